import { elementPath } from "../ui/element-path.ts";
import type { LayerTrigger } from "../ui/layer-trigger.ts";
import type { ResumingStore } from "./adapters/authkit-adapter.ts";
import type { ConnectSession, RunningSession } from "./connect-session.ts";
import { offerReturn, returnKey } from "./return-offer.ts";
import type { SessionRequest } from "./session-state.ts";

/** Milliseconds for which a page that left is waited for. */
const lifetime = 10 * 60_000;

/** What a page that left for a provider has to know when it is back. */
interface StoredReturn extends RunningSession {
  /** Names the sign-in for One's page. */
  checkState: string;
  /** Where the page left, and where it comes back to. */
  address: string;
  at: number;
  /** The document that left. */
  timeOrigin: number;
  /** Equal only for the same endpoint, viewer and purpose. */
  key: string;
  request: SessionRequest;
  /** Selector of what was pressed. */
  opener: string | null;
  /** Whether a component of the kit was pressed, not a button of the product's own. */
  isComponent: boolean;
  /** Selector of that component, which is on the page before its lists are read. */
  component: string | null;
}

/** Whether this tab can keep anything for a page that comes back. */
export function canKeepReturn(): boolean {
  const probe = `${returnKey}?`;
  try {
    sessionStorage.setItem(probe, "");
    sessionStorage.removeItem(probe);
    return true;
  } catch {
    return false;
  }
}

/** Keeps what the page needs when it is back. @returns Whether that worked. */
export function keepReturn(
  left: RunningSession & Pick<StoredReturn, "address" | "checkState">,
  { key, trigger, getState }: ConnectSession,
): boolean {
  const entry: StoredReturn = {
    ...left,
    at: Date.now(),
    timeOrigin: performance.timeOrigin,
    key,
    request: getState().request,
    opener: trigger.opener && elementPath(trigger.opener),
    isComponent: trigger.container !== null,
    component: trigger.container && elementPath(trigger.container),
  };
  try {
    sessionStorage.setItem(returnKey, JSON.stringify(entry));
    return true;
  } catch {
    return false;
  }
}

/** Forgets a page that left. */
export function forgetReturn(): void {
  try {
    sessionStorage.removeItem(returnKey);
  } catch {
    // Then there is nothing in it either.
  }
}

function readReturn(): StoredReturn | null {
  try {
    const entry: Partial<StoredReturn> | null = JSON.parse(
      sessionStorage.getItem(returnKey) ?? "null",
    );
    const { id, address, request } = entry ?? {};
    return id && address && request ? (entry as StoredReturn) : null;
  } catch {
    return null;
  }
}

const withoutHash = (address: string) => address.replace(/#.*/, "");

/**
 * Whether this document is what came back: the same address, soon after, and by a navigation. One
 * that the person went back to, loaded anew or opened beside it is not.
 */
function hasComeBack({ address, at }: StoredReturn): boolean {
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

/** What was pressed, as soon as this page has it too: lists may still be loading. */
function triggerOf({ opener }: StoredReturn): LayerTrigger {
  return {
    get opener() {
      return opener === null ? null : document.querySelector(opener);
    },
    container: null,
    ancestors: [],
    hostModal: null,
  };
}

/**
 * Goes on with the session that left this tab for a provider's page: once, for the same viewer only,
 * and only while our server still knows it as theirs. What cannot be found is in the next list.
 */
export async function resume({ api, emit, sessionKey, start }: ResumingStore): Promise<void> {
  const entry = readReturn();
  // That page is still here.
  if (!entry || entry.timeOrigin === performance.timeOrigin) return;
  if (!hasComeBack(entry)) return forgetReturn();
  const { id, ticket, checkState, request } = entry;
  // Another provider's on this page, or that of a viewer who is not signed in yet.
  if (sessionKey(request) !== entry.key) return;
  forgetReturn();
  const remote = await api.readSession(id).catch(() => null);
  if (!remote || remote.state === "ended") return;
  const trigger = triggerOf(entry);
  let first: RunningSession | null = { id, ticket, checkState };
  const outcome = start(request, trigger, {
    api: {
      ...api,
      // The session is there already. Another attempt makes another one.
      createSession(...args) {
        const session = first;
        first = null;
        return session ? Promise.resolve(session as never) : api.createSession(...args);
      },
    },
    // That was told before the page left.
    emit: (event) => event.name !== "connect_started" && emit(event),
  });
  if (!outcome) return;
  const joined = new Set<Element>();
  offerReturn((root, join) => {
    if ((root !== null) !== entry.isComponent) return;
    if (root) {
      const component = entry.component === null ? null : document.querySelector(entry.component);
      // StrictMode asks twice.
      if ((component && root !== component) || joined.has(root)) return;
      joined.add(root);
    }
    join(request);
  });
  await outcome;
  offerReturn(null);
}
