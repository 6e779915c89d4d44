import type {
  Connection,
  Connector,
  CreateSessionRequest,
  CreateSessionResponse,
} from "@authkit-ui/contract";
import type { ConnectApi } from "../api/client.ts";
import { reportConfigurationFault } from "../api/configuration-faults.ts";
import { asConnectError, ConnectError, type ConnectErrorCode } from "../api/connect-error.ts";
import { isTransient } from "../api/query-retry.ts";
import { afterPaint } from "../ui/after-paint.ts";
import type { LayerOrigin } from "../ui/layer-origin.ts";
import { safeCall } from "../ui/safe-call.ts";
import {
  type AuthKitOptions,
  type CheckedAuthKitOptions,
  checkAuthKitOptions,
} from "./authkit-options.ts";
import type { ConnectEvent } from "./connect-event.ts";
import { type ConnectOutcome, failureOf } from "./connect-outcome.ts";
import type { AuthKitMessage, ProviderRedirect } from "./message-guard.ts";
import { pollSession } from "./poll-session.ts";
import type {
  ConnectPhase,
  SessionDetails,
  SessionState,
  SessionStep,
  SessionTarget,
} from "./session-state.ts";
import {
  notifySessionListeners,
  type PublicSession,
  type SessionObserver,
  setCurrentSession,
} from "./session-store.ts";

/** Milliseconds without a sign of life after which the dialog says that it takes long. */
const SLOW_MS = 2_000;
/** Milliseconds after the press by which a dead frame is reported. */
const BLOCKED_MS = 10_000;
/** Milliseconds that every frame gets, however late it came. */
const MIN_WAIT_MS = 5_000;

/** Causes that a new ticket cures. */
const expiredTicketCodes = new Set<ConnectErrorCode>([
  "ticket_invalid",
  "ticket_expired",
  "ticket_spent",
  "session_ended",
]);

/** The server's side of a connect session. */
export interface ServerSession extends Pick<CreateSessionResponse, "id" | "ticket"> {
  /** OAuth's `state` of the sign-in that the page has returned from, if the session was resumed. */
  checkState?: string | undefined;
}

/** Messages that the session handles. */
type ReportedMessage = Exclude<AuthKitMessage, ProviderRedirect>;

/** What a connect session needs of the page that it runs in. */
export interface ConnectSessionDependencies {
  api: Pick<ConnectApi, "createSession" | "readSession" | "endSession" | "saveConnection">;
  /** Base path or address of the server's handler. */
  endpoint: string;
  /** Address of AuthKit's page unless the options give one. */
  defaultBaseUrl: string;
  /** Loads the dialog and AuthKit. */
  loadAuthKit: () => Promise<unknown>;
  /** The options of the newest render, unchecked. */
  authKitOptions: () => AuthKitOptions;
  /** A platform's entry in the catalog, or `null`. */
  findConnector: (platform: string) => Promise<Connector | null>;
  /**
   * Looks in the server's list, which it reads from Pica, for the account that the session was to
   * connect, beside those that it has saved already. `null` if it is not there.
   */
  findUnconfirmed: (
    target: SessionTarget,
    saved: readonly Connection[],
  ) => Promise<Connection | null>;
  /** The server has stored a connection; called before anyone else hears of it. */
  onSaved: (connection: Connection) => void;
  emit: (event: ConnectEvent) => void;
}

/** What AuthKit's frame is opened with. */
export interface FrameOptions extends CheckedAuthKitOptions {
  ticket: string;
  /** The sign-in that the page has returned from, for One's page to look up. */
  checkState?: string | undefined;
}

/** A running connect session, from the press to its outcome. */
export interface ConnectSession extends PublicSession {
  /** Tells the sessions of one page apart. */
  readonly id: number;
  /** Where it was pressed, beside which the dialog opens. */
  readonly openedFrom: LayerOrigin;
  /** `null` before the first frame and after the last. */
  frameOptions: () => FrameOptions | null;
  /** The frame's `load` event, which does not say what was loaded. */
  frameLoaded: () => void;
  /** A message of AuthKit's page that the guard believes. */
  handleMessage: (message: ReportedMessage) => void;
  /** Called before the page redirects to a provider: the server's session then outlives the page. */
  prepareRedirect: () => ServerSession | null;
  /** The frame could not be opened, or is known to be blocked. */
  fail: (error: ConnectError) => void;
  /** Takes a new ticket and a new frame in the same dialog, or saves once more. */
  retry: () => void;
  /** Closes the dialog; what is being saved is still waited for. */
  close: () => void;
  /** Ends the session at once, whatever goes on in it. */
  end: (outcome: ConnectOutcome) => void;
}

const notSavedError = (cause: ConnectError) =>
  new ConnectError(
    "not_saved",
    `AuthKit has connected the account, but the server has not confirmed it: ${cause.message}`,
    { status: cause.status, requestId: cause.requestId, retryAfter: cause.retryAfter, cause },
  );

/** Tries once more when the failure may pass by itself. */
async function withRetry<Result>(attempt: () => Promise<Result>): Promise<Result> {
  try {
    return await attempt();
  } catch (error) {
    if (!isTransient(error)) throw error;
    return await attempt();
  }
}

/** The body of the request for a session. */
export function sessionBody(target: SessionTarget): CreateSessionRequest {
  const { platform, identityType, reconnectId } = target;
  return {
    identityType,
    ...(platform !== undefined && { platform }),
    ...(reconnectId !== undefined && { reconnectId }),
  };
}

let sessionCount = 0;

/**
 * Starts a connect session and makes it the page's current one; there must be none. The session can
 * be joined and closed at once. Its ticket is asked for while the dialog and AuthKit are loaded.
 *
 * @param key Equal for targets that may share a session.
 */
export function startConnectSession(
  deps: ConnectSessionDependencies,
  target: SessionTarget,
  { key, openedFrom }: { key: string; openedFrom: LayerOrigin },
): ConnectSession {
  const { api, emit } = deps;
  const startedAt = performance.now();
  const observers = new Set<SessionObserver>();
  const lifetime = new AbortController();
  const { signal } = lifetime;
  const unsavedKeys = new Set<string>();
  let saving: Promise<void> = Promise.resolve();
  let attemptController = new AbortController();
  let timers: ReturnType<typeof setTimeout>[] = [];
  let options: CheckedAuthKitOptions | null = null;
  let created: ServerSession | null = null;
  let isRedirecting = false;
  let resolveOutcome: (outcome: ConnectOutcome) => void = () => {};
  const outcome = new Promise<ConnectOutcome>((resolve) => {
    resolveOutcome = resolve;
  });
  let state: SessionState = {
    phase: "preparing",
    error: null,
    target,
    isVisible: false,
    isSlow: false,
    isLoaded: false,
    isFrameSilent: false,
    frameNumber: 0,
    host: "",
    connector: null,
    connections: [],
  };

  const eventProps = {
    ...(target.platform !== undefined && { platform: target.platform }),
    identityType: target.identityType,
    reconnect: target.reconnectId !== undefined,
  };
  const duration = () => Math.round(performance.now() - startedAt);
  const isIn = (...phases: ConnectPhase[]) => phases.includes(state.phase);

  function setState(part: Partial<SessionDetails> | (SessionStep & Partial<SessionDetails>)) {
    if (signal.aborted) return;
    state = { ...state, ...part } as SessionState;
    notifySessionListeners();
  }

  function notify(call: (observer: SessionObserver) => void) {
    for (const observer of observers) safeCall(() => call(observer));
  }

  function schedule(milliseconds: number, run: () => void) {
    timers.push(setTimeout(run, milliseconds));
  }

  /** If this fails, the ticket ends by itself after ten minutes. */
  function endRemoteSession({ id }: ServerSession) {
    api.endSession(id).catch(() => {});
  }

  function stopAttempt() {
    attemptController.abort();
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    if (created) endRemoteSession(created);
    created = null;
  }

  /** Shows a failure in the dialog; where there is none yet, the opener shows it. */
  function handleFailure(error: ConnectError) {
    reportConfigurationFault(error);
    if (!state.isVisible || error.code === "unauthorized") {
      return session.end({ type: failureOf(error), error });
    }
    const isExpired = expiredTicketCodes.has(error.code);
    if (!isIn("preparing", "opening", "open", "blocked")) return;
    if (isExpired) return setState({ phase: "expired", error: null });
    emit({ name: "connect_refused", ...eventProps, code: error.code });
    setState({ phase: "refused", error });
  }

  function block(error: ConnectError, isFrameSilent: boolean) {
    if (!isIn("opening")) return;
    emit({ name: "connect_blocked", ...eventProps });
    setState({ phase: "blocked", error, isFrameSilent });
  }

  function markOpen() {
    if (!isIn("opening", "blocked", "refused", "expired")) return;
    emit({ name: "connect_opened", ...eventProps, duration: duration() });
    setState({ phase: "open", error: null, isSlow: false });
  }

  async function loadConnector(platform: string): Promise<void> {
    const connector = await deps.findConnector(platform);
    if (connector === null) {
      throw new ConnectError(
        "platform_not_enabled",
        `"${platform}" is not in the catalog. Give Pica's id of a platform, e.g. "gmail", and enable ` +
          "it for AuthKit in Pica's dashboard.",
      );
    }
    setState({ connector, isVisible: true });
  }

  /** Asks the server for a session, and the catalog for the name that AuthKit selects it by. */
  async function requestSession(attemptSignal: AbortSignal): Promise<ServerSession> {
    const { platform } = target;
    const creation: Promise<ServerSession> = withRetry(() =>
      api.createSession(sessionBody(target), attemptSignal),
    );
    try {
      const [response] = await Promise.all([
        creation,
        platform === undefined ? undefined : loadConnector(platform),
      ]);
      attemptSignal.throwIfAborted();
      return response;
    } catch (error) {
      creation.then(endRemoteSession).catch(() => {});
      throw error;
    }
  }

  async function startAttempt() {
    const { signal: attemptSignal } = attemptController;
    try {
      if (target.reconnectId !== undefined && target.platform === undefined) {
        throw new ConnectError(
          "misconfigured",
          "authkit-ui: a `reconnectId` was given without a `platform`. Give the connection's platform too.",
        );
      }
      options = checkAuthKitOptions(deps.authKitOptions(), deps.endpoint, deps.defaultBaseUrl);
      // With a platform the dialog waits for its name, which the page mostly has already.
      setState({ host: options.host, ...(target.platform === undefined && { isVisible: true }) });
      schedule(SLOW_MS, () => {
        if (isIn("preparing", "opening")) setState({ isSlow: true, isVisible: true });
      });
      const response = await requestSession(attemptSignal);
      await loaded;
      if (attemptSignal.aborted) return endRemoteSession(response);
      // Set only after AuthKit is loaded. Set earlier, a render in between would open a frame, and
      // `frameNumber + 1` below a second one.
      created = response;
      setState({
        phase: "opening",
        error: null,
        isLoaded: false,
        frameNumber: state.frameNumber + 1,
      });
      waitForFrame(response.id, options.host, attemptSignal);
    } catch (error) {
      if (!attemptSignal.aborted) handleFailure(asConnectError(error));
    }
  }

  function waitForFrame(id: string, host: string, attemptSignal: AbortSignal) {
    const age = state.frameNumber === 1 ? duration() : 0;
    // Only the server's answer tells that AuthKit's page has not asked for its token. Without one,
    // somebody may be using the page, so it stays visible.
    let hasServerAnswered = false;
    schedule(Math.max(MIN_WAIT_MS, BLOCKED_MS - age), () => {
      const code = navigator.onLine === false ? "offline" : "frame_blocked";
      const error = `AuthKit's page at ${host} showed no sign of life.`;
      block(new ConnectError(code, error, { host }), hasServerAnswered);
    });
    pollSession({
      api,
      id,
      page: openedFrom.opener?.ownerDocument,
      signal: attemptSignal,
      onState: (remote) => {
        hasServerAnswered = true;
        if (isIn("blocked") && remote.state === "created") setState({ isFrameSilent: true });
        const { code = "internal" } = remote;
        if (remote.state === "token_issued" || remote.state === "connected") markOpen();
        if (remote.state === "token_refused") {
          handleFailure(new ConnectError(code, `AuthKit's page was refused its token: ${code}.`));
        }
        if (remote.state === "ended") {
          handleFailure(
            new ConnectError("session_ended", "The connect session was ended elsewhere."),
          );
        }
      },
      onError: (error) => {
        if (error.code === "unauthorized") handleFailure(error);
        // The server has forgotten the session, e.g. in a restart. `not_found` is an account's.
        if (error.code === "not_found") {
          const message = "The server no longer knows the connect session.";
          handleFailure(new ConnectError("internal", message, { cause: error }));
        }
      },
    });
  }

  async function save(connectionKey: string) {
    if (!created || !unsavedKeys.has(connectionKey)) return;
    const body = { key: connectionKey, sessionId: created.id };
    setState({ phase: "saving", error: null });
    try {
      const connection = await withRetry(() => api.saveConnection(body, signal));
      unsavedKeys.delete(connectionKey);
      if (!signal.aborted) handleSaved(connection);
    } catch (error) {
      // The server may have forgotten the session, e.g. in a restart, and still have the account.
      const found = await deps.findUnconfirmed(target, state.connections).catch(() => null);
      if (signal.aborted) return;
      if (found) {
        unsavedKeys.delete(connectionKey);
        return handleSaved(found);
      }
      setState({ phase: "not_saved", error: notSavedError(asConnectError(error)) });
      if (!state.isVisible) endAfterPaintUnlessSaving();
    }
  }

  function handleSaved(connection: Connection) {
    setState({
      phase: target.platform === undefined ? "open" : "connected",
      error: null,
      connections: [...state.connections, connection],
    });
    deps.onSaved(connection);
    emit({ name: "connect_succeeded", ...eventProps, duration: duration() });
    notify((observer) => observer.onConnected?.(connection));
    // With a platform the dialog closes itself, once the new row had its time to appear.
    if (target.platform !== undefined || !state.isVisible) endAfterPaintUnlessSaving();
  }

  /**
   * Ends the session after the next paint. It does nothing if another connection is being saved by
   * then, or if one could not be saved and the open dialog offers to try again.
   */
  function endAfterPaintUnlessSaving() {
    afterPaint(() => {
      if (isIn("saving") || (state.isVisible && isIn("not_saved"))) return;
      session.end(finalOutcome());
    });
  }

  /** The outcome of closing now. */
  function finalOutcome(): ConnectOutcome {
    const connections = [...state.connections];
    const connection = connections.at(-1);
    if (state.phase === "not_saved") return { type: "not_saved", error: state.error };
    if (connection) return { type: "connected", connection, connections };
    const { error } = state;
    return error === null ? { type: "cancelled" } : { type: failureOf(error), error };
  }

  function queueSave(connectionKey: string) {
    saving = saving.then(() => save(connectionKey));
  }

  sessionCount += 1;
  const session: ConnectSession = {
    id: sessionCount,
    key,
    openedFrom,
    outcome,
    getState: () => state,
    observe: (observer) => observers.add(observer),
    frameOptions: () => (options && created ? { ...options, ...created } : null),
    frameLoaded: () => setState({ isLoaded: true }),
    handleMessage(message) {
      if (signal.aborted) return;
      markOpen();
      if (message.type === "exit") session.close();
      if (message.type === "error" && isIn("open")) {
        // An empty text: people are shown the words of the page's language.
        setState({ phase: "open", error: new ConnectError("frame_error", message.reason ?? "") });
      }
      if (message.type === "success") {
        unsavedKeys.add(message.key);
        queueSave(message.key);
      }
    },
    prepareRedirect() {
      isRedirecting = true;
      return created;
    },
    fail(error) {
      if (error.code === "frame_blocked") block(error, true);
      else handleFailure(error);
    },
    retry() {
      if (isIn("not_saved")) return unsavedKeys.forEach(queueSave);
      if (!isIn("blocked", "refused", "expired")) return;
      stopAttempt();
      attemptController = new AbortController();
      setState({ phase: "preparing", error: null, isSlow: false });
      void startAttempt();
    },
    close() {
      // The dialog goes; the outcome waits until the server has answered.
      if (isIn("saving")) setState({ isVisible: false });
      else session.end(finalOutcome());
    },
    end(result) {
      if (signal.aborted) return;
      lifetime.abort();
      setCurrentSession(null);
      if (result.type === "cancelled") {
        emit({ name: "connect_cancelled", ...eventProps, duration: duration() });
      }
      if ("error" in result) {
        const { error, type } = result;
        const { code } = error;
        emit({ name: "connect_failed", ...eventProps, outcome: type, code, duration: duration() });
        notify((observer) => observer.onError?.(error));
      }
      notify((observer) => observer.onClose?.(result));
      resolveOutcome(result);
    },
  };

  const onOnline = () => {
    if (state.error?.code === "offline") session.retry();
  };
  // A page continues after a restore from the back-forward cache, and after a redirect to a
  // provider. Any other page ends its session when it is left.
  const onPageHide = (event: PageTransitionEvent) => {
    if (!event.persisted && !isRedirecting) stopAttempt();
  };
  window.addEventListener("online", onOnline, { signal });
  window.addEventListener("pagehide", onPageHide, { signal });
  signal.addEventListener("abort", stopAttempt);

  setCurrentSession(session);
  emit({ name: "connect_started", ...eventProps });
  const loaded = deps
    .loadAuthKit()
    .then(notifySessionListeners, (error) => session.end({ type: "network", error }));
  // A failure must not end the session before its first observer has joined.
  queueMicrotask(startAttempt);
  return session;
}
