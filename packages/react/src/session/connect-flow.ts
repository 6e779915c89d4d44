import type { Connection, CreateSessionResponse } from "@authkit-ui/contract";
import { reportConfigurationFault } from "../api/configuration-faults.ts";
import { asConnectError, ConnectError, type ConnectErrorCode } from "../api/connect-error.ts";
import { createSessionApi } from "../api/session-api.ts";
import { addToList, findInCatalog } from "../provider/session-cache.ts";
import { afterPaint } from "../ui/after-paint.ts";
import type { AuthKitAdapter } from "./adapters/authkit-adapter.ts";
import { type CheckedAuthKitOptions, checkAuthKitOptions } from "./authkit-options.ts";
import { type ConnectOutcome, failureOf } from "./connect-outcome.ts";
import type { ConnectPhase } from "./connect-phase.ts";
import type { ConnectFlow, FlowContext, StartConnectFlow } from "./connect-session.ts";
import { ConnectSessionView } from "./connect-session-view.tsx";
import { pollSession } from "./poll-session.ts";
import { endRemoteSession, requestSession, withRetry } from "./request-session.ts";

/** Milliseconds without a sign of life after which the dialog says so. */
const slowAfter = 2_000;
/** Milliseconds after the press by which a dead frame is reported; a late frame gets its share. */
const blockedAfter = 10_000;
const leastPatience = 5_000;

/** Causes that a new ticket cures. */
const worn = new Set<ConnectErrorCode>([
  "ticket_invalid",
  "ticket_expired",
  "ticket_spent",
  "session_ended",
]);

/** What goes on in a session that runs in this generation of AuthKit. */
export const connectFlowWith =
  (generation: AuthKitAdapter): StartConnectFlow =>
  (shell) =>
    createConnectFlow(generation, shell);

function createConnectFlow(generation: AuthKitAdapter, shell: FlowContext): ConnectFlow {
  const { session, store, facts, signal: life, duration, change, tell } = shell;
  const { emit } = store;
  const client = createSessionApi(store.client);
  const { getSnapshot } = session;
  const { request } = getSnapshot();
  let attempt = new AbortController();
  let timers: ReturnType<typeof setTimeout>[] = [];
  let options: CheckedAuthKitOptions | null = null;
  let created: CreateSessionResponse | null = null;
  const unsavedKeys = new Set<string>();
  let saving: Promise<void> = Promise.resolve();

  const is = (...phases: ConnectPhase[]) => phases.includes(getSnapshot().phase);

  function later(milliseconds: number, run: () => void) {
    timers.push(setTimeout(run, milliseconds));
  }

  function stopAttempt() {
    attempt.abort();
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    if (created) endRemoteSession(client, created.id);
    created = null;
  }

  const endWith = (error: ConnectError) => session.end({ type: failureOf(error), error });

  /** Shows a failure in the dialog; where there is none yet, the opener shows it. */
  function refuse(error: ConnectError) {
    reportConfigurationFault(error);
    if (!getSnapshot().isVisible || error.code === "unauthorized") return endWith(error);
    const phase = worn.has(error.code) ? "expired" : "refused";
    if (!is("preparing", "opening", "open", "blocked") || is(phase)) return;
    if (phase === "refused") emit({ name: "connect_refused", ...facts, code: error.code });
    change({ phase, error: phase === "refused" ? error : null });
  }

  function block(error: ConnectError) {
    if (!is("opening")) return;
    emit({ name: "connect_blocked", ...facts });
    change({ phase: "blocked", error });
  }

  function comeAlive() {
    if (!is("opening", "blocked", "refused", "expired")) return;
    emit({ name: "connect_opened", ...facts, duration: duration() });
    change({ phase: "open", isSlow: false, error: null });
  }

  async function begin() {
    const { signal } = attempt;
    try {
      options = checkAuthKitOptions(
        store.authKitOptions(),
        store.scope.endpoint,
        generation.defaultBaseUrl,
      );
      // With a platform the dialog waits for its name, which the page mostly has already.
      change({ host: options.host, ...(request.platform === undefined && { isVisible: true }) });
      later(slowAfter, () => {
        if (is("preparing", "opening")) change({ isSlow: true, isVisible: true });
      });
      const ready = await requestSession({ client, request, findConnector, signal });
      created = ready;
      change({
        phase: "opening",
        isLoaded: false,
        frame: getSnapshot().frame + 1,
      });
      awaitLife(ready.id, options.host, signal);
    } catch (error) {
      if (!signal.aborted) refuse(asConnectError(error));
    }
  }

  async function findConnector(platform: string) {
    const connector = await findInCatalog(store, platform);
    if (connector) change({ connector, isVisible: true });
    return connector;
  }

  function awaitLife(id: string, host: string, signal: AbortSignal) {
    const age = getSnapshot().frame === 1 ? duration() : 0;
    later(Math.max(leastPatience, blockedAfter - age), () => {
      const code = navigator.onLine === false ? "offline" : "frame_blocked";
      block(new ConnectError(code, `AuthKit's page at ${host} showed no sign of life.`));
    });
    pollSession({
      client,
      id,
      page: session.origin.opener?.ownerDocument,
      signal,
      onState: ({ state, code = "internal" }) => {
        if (state === "token_issued" || state === "connected") comeAlive();
        if (state === "token_refused") {
          refuse(new ConnectError(code, `AuthKit's page was refused its token: ${code}.`));
        }
        if (state === "ended") {
          refuse(new ConnectError("session_ended", "The connect session was ended elsewhere."));
        }
      },
      onError: (error) => {
        if (error.code === "unauthorized" || error.code === "not_found") refuse(error);
      },
    });
  }

  async function save(key: string) {
    if (!created || !unsavedKeys.has(key)) return;
    const sessionId = created.id;
    change({ phase: "saving", error: null });
    try {
      const connection = await withRetry(() => client.saveConnection({ key, sessionId }, life));
      unsavedKeys.delete(key);
      if (!life.aborted) stored(connection);
    } catch (error) {
      if (life.aborted) return;
      change({ phase: "not_saved", error: asConnectError(error) });
      if (!getSnapshot().isVisible) endWhenSaved();
    }
  }

  function stored(connection: Connection) {
    change({
      phase: request.platform === undefined ? "open" : "connected",
      connections: [...getSnapshot().connections, connection],
    });
    addToList(store, connection);
    emit({ name: "connect_succeeded", ...facts, duration: duration() });
    tell((observer) => observer.onSuccess?.(connection));
    // With a platform the dialog closes itself, once the new row had its time to appear.
    if (request.platform !== undefined || !getSnapshot().isVisible) endWhenSaved();
  }

  /** Not while something else that was reported is being stored: that ends it then. */
  function endWhenSaved() {
    afterPaint(() => {
      const { isVisible } = getSnapshot();
      if (is("saving") || (isVisible && is("not_saved"))) return;
      session.end(ending());
    });
  }

  /** What closing now amounts to. */
  function ending(): ConnectOutcome {
    const connections = [...getSnapshot().connections];
    const connection = connections.at(-1);
    const { error } = getSnapshot();
    if (error !== null && is("not_saved")) return { type: "not_saved", error };
    if (connection) return { type: "connected", connection, connections };
    return error === null ? { type: "cancelled" } : { type: failureOf(error), error };
  }

  function saveLater(key: string) {
    saving = saving.then(() => save(key));
  }

  const course: ConnectFlow = {
    View: ConnectSessionView,
    generation,
    frameOptions: () => (options && created ? { ...options, ticket: created.ticket } : null),
    frameLoaded: () => change({ isLoaded: true }),
    receive(message) {
      if (life.aborted) return;
      comeAlive();
      if (message.type === "exit") course.close();
      if (message.type === "error" && is("open")) {
        // Its words are shown to people; where it has none, those of the page's language are.
        change({ error: new ConnectError("frame_error", message.reason ?? "") });
      }
      if (message.type === "success") {
        unsavedKeys.add(message.key);
        saveLater(message.key);
      }
    },
    fail(error) {
      if (error.code === "frame_blocked") block(error);
      else refuse(error);
    },
    retry() {
      if (is("not_saved")) return unsavedKeys.forEach(saveLater);
      if (!is("blocked", "refused", "expired")) return;
      stopAttempt();
      attempt = new AbortController();
      change({ phase: "preparing", isSlow: false, error: null });
      void begin();
    },
    close() {
      // What was reported is being stored: the dialog goes, the outcome waits for the truth.
      if (is("saving")) change({ isVisible: false });
      else session.end(ending());
    },
  };

  const onOnline = () => {
    if (getSnapshot().error?.code === "offline") course.retry();
  };
  // Restored from the back-forward cache the session goes on; a page that is gone for good ends it.
  const onPageHide = (event: PageTransitionEvent) => {
    if (!event.persisted) stopAttempt();
  };
  window.addEventListener("online", onOnline, { signal: life });
  window.addEventListener("pagehide", onPageHide, { signal: life });
  life.addEventListener("abort", stopAttempt);
  // Not before the session has its course, which shows what happens.
  queueMicrotask(begin);
  return course;
}
