import { withStorage } from "../../ui/browser-storage.ts";
import type { LayerOrigin } from "../../ui/layer-origin.ts";
import type { ConnectSession, ServerSession } from "../connect-session.ts";
import type { SessionTarget } from "../session-state.ts";
import type { ResumeDependencies } from "./authkit-adapter.ts";
import { offerResumedSession, redirectKey } from "./resumed-session.ts";

/** How long a redirect can be resumed, in milliseconds. */
const lifetime = 10 * 60_000;

/** What the page needs to resume its session after a redirect to a provider. */
interface StoredRedirect extends ServerSession {
  /** Identifies the sign-in for One's page. */
  checkState: string;
  /** The page's address, to which the provider returns. */
  address: string;
  at: number;
  /** Identifies the document that was left. */
  timeOrigin: number;
  /** The same only for the same endpoint, viewer and target. */
  key: string;
  target: SessionTarget;
  /** Selector of the pressed element. */
  openerSelector: string | null;
  /** Whether the pressed element is in a component of the kit. */
  isInComponent: boolean;
  /** Selector of that component, which renders before its data is loaded. */
  componentSelector: string | null;
}

/** Whether `sessionStorage` can be used. */
export function canSaveRedirect(): boolean {
  const probe = `${redirectKey}?`;
  const canSave = save(probe, "");
  withStorage("sessionStorage", (storage) => storage.removeItem(probe));
  return canSave;
}

/** Returns whether the browser stored the value. */
function save(key: string, value: string): boolean {
  const saved = withStorage("sessionStorage", (storage) => {
    storage.setItem(key, value);
    return true;
  });
  return saved ?? false;
}

/** Stores what the page needs when it returns. @returns Whether that worked. */
export function saveRedirect(
  pendingRedirect: ServerSession & Pick<StoredRedirect, "address" | "checkState">,
  { key, openedFrom, getState }: ConnectSession,
): boolean {
  const entry: StoredRedirect = {
    ...pendingRedirect,
    at: Date.now(),
    timeOrigin: performance.timeOrigin,
    key,
    target: getState().target,
    openerSelector: openedFrom.opener && elementSelector(openedFrom.opener),
    isInComponent: openedFrom.container !== null,
    componentSelector: openedFrom.container && elementSelector(openedFrom.container),
  };
  return save(redirectKey, JSON.stringify(entry));
}

/** Removes the stored redirect. */
export function clearRedirect(): void {
  withStorage("sessionStorage", (storage) => storage.removeItem(redirectKey));
}

function readRedirect(): StoredRedirect | null {
  return withStorage("sessionStorage", (storage) => {
    // Anything may be stored there; `withStorage` also catches what is not JSON.
    const entry: Partial<StoredRedirect> | null = JSON.parse(
      storage.getItem(redirectKey) ?? "null",
    );
    const { id, address, target } = entry ?? {};
    return id && address && target ? (entry as StoredRedirect) : null;
  });
}

const withoutHash = (address: string) => address.replace(/#.*/, "");

/**
 * Whether this document is the provider's return: the same address, reached in time and by a
 * navigation. Going back, a reload and another tab do not count.
 */
function isReturnFrom({ address, at }: StoredRedirect): boolean {
  const [arrival] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const age = Date.now() - at;
  return (
    arrival?.type === "navigate" &&
    // A router may have changed the address since.
    withoutHash(arrival.name) === withoutHash(address) &&
    age >= 0 &&
    age < lifetime
  );
}

/** The pressed element, once this page has it: lists may still be loading. */
function originOf({ openerSelector }: StoredRedirect): LayerOrigin {
  return {
    get opener() {
      return openerSelector === null ? null : document.querySelector(openerSelector);
    },
    container: null,
    ancestors: [],
    hostModal: null,
  };
}

/**
 * Resumes the session that redirected this tab to a provider: once, for the same viewer, and only
 * while the server knows the session as theirs. Otherwise the next list shows the account.
 */
export async function resume({
  api,
  emit,
  sessionKey,
  startSession,
}: ResumeDependencies): Promise<void> {
  const entry = readRedirect();
  // Something else is stored there, e.g. by an older version.
  if (!entry) return clearRedirect();
  // The page that started the redirect is still loaded.
  if (entry.timeOrigin === performance.timeOrigin) return;
  if (!isReturnFrom(entry)) return clearRedirect();
  const { id, ticket, checkState, target } = entry;
  // It belongs to another `ConnectProvider`, or to a viewer who is not signed in yet.
  if (sessionKey(target) !== entry.key) return;
  clearRedirect();
  const remote = await api.readSession(id).catch(() => null);
  if (!remote || remote.state === "ended") return;
  const openedFrom = originOf(entry);
  let first: ServerSession | null = { id, ticket, checkState };
  const outcome = startSession(target, openedFrom, {
    api: {
      ...api,
      // The first attempt reuses the session. Further attempts create their own.
      createSession(...args) {
        const session = first;
        first = null;
        return session ? Promise.resolve(session as never) : api.createSession(...args);
      },
    },
    // The event was emitted before the redirect.
    emit: (event) => event.name !== "connect_started" && emit(event),
  });
  if (!outcome) return;
  offerResumedSession((root, join) => {
    // A conversation may have grown above a card, which knows its request by the id.
    if (target.connectionRequestId === undefined) {
      if ((root !== null) !== entry.isInComponent) return;
      const component =
        root && entry.componentSelector !== null
          ? document.querySelector(entry.componentSelector)
          : null;
      if (component && root !== component) return;
    }
    join(target);
  });
  await outcome;
  offerResumedSession(null);
}

/** Attributes that identify an element across reloads. */
const anchors = ["id", "data-connection-id", "data-platform"];

/** Generated ids, which another element may have after a reload. */
const generatedId = /[:«»]|_[rR]_/;

/**
 * Returns a selector that finds the element again after a reload, or `null` in a shadow root or
 * another document.
 */
export function elementSelector(element: Element): string | null {
  if (element.getRootNode() !== document) return null;
  const steps: string[] = [];
  let each: Element | null = element;
  for (; each && each !== document.body; each = each.parentElement) {
    const anchor = anchorOf(each);
    if (anchor !== null) {
      steps.unshift(anchor);
      break;
    }
    steps.unshift(placeOf(each));
  }
  if (each === document.body) steps.unshift("body");
  return steps.join(" > ");
}

function anchorOf(element: Element): string | null {
  for (const name of anchors) {
    const value = element.getAttribute(name);
    if (!value || generatedId.test(value)) continue;
    const selector = `[${name}="${CSS.escape(value)}"]`;
    if (document.querySelectorAll(selector).length === 1) return selector;
  }
  return null;
}

function placeOf(element: Element): string {
  let index = 1;
  let sibling = element.previousElementSibling;
  for (; sibling; sibling = sibling.previousElementSibling) {
    if (sibling.localName === element.localName) index += 1;
  }
  return `${CSS.escape(element.localName)}:nth-of-type(${index})`;
}
