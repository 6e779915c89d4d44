import type { Connection, CreateSessionResponse } from "@authkit-ui/contract";
import { ConnectError, type ConnectErrorCode } from "../api/connect-error.ts";
import { afterPaint, isolate } from "./after.ts";
import type { CheckedAuthKitOptions } from "./authkit-options.ts";
import { type ConnectOutcome, failureOf } from "./connect-outcome.ts";
import type { ConnectPhase } from "./connect-phase.ts";
import type { ConnectSession, SessionEnvironment } from "./connect-session.ts";
import { endOnServer, requestSession, twice } from "./request-session.ts";
import {
  notifySessionListeners,
  type SessionObserver,
  type SessionRequest,
  type SessionSnapshot,
  setCurrentSession,
} from "./session-slot.ts";
import { watchSession } from "./watch-session.ts";

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

const asConnectError = (error: unknown) =>
  error instanceof ConnectError
    ? error
    : new ConnectError("internal", "The kit met an error of its own.", { cause: error });

let sessionCount = 0;

/** Starts a connect session and puts it into the page's slot, which must be empty. */
export function startConnectSession(
  environment: SessionEnvironment,
  request: SessionRequest,
): ConnectSession {
  const { client } = environment;
  const startedAt = performance.now();
  const observers = new Set<SessionObserver>();
  const life = new AbortController();
  let attempt = new AbortController();
  let timers: ReturnType<typeof setTimeout>[] = [];
  let options: CheckedAuthKitOptions | null = null;
  let created: CreateSessionResponse | null = null;
  const unsavedKeys = new Set<string>();
  let saving: Promise<void> = Promise.resolve();
  let resolveOutcome: (outcome: ConnectOutcome) => void = () => {};
  const outcome = new Promise<ConnectOutcome>((resolve) => {
    resolveOutcome = resolve;
  });
  let snapshot: SessionSnapshot = {
    phase: "preparing",
    request,
    isVisible: false,
    isSlow: false,
    isLoaded: false,
    frame: 0,
    host: "",
    connector: null,
    error: null,
    connections: [],
  };

  const facts = {
    ...(request.platform !== undefined && { platform: request.platform }),
    identityType: request.identityType,
    reconnect: request.reconnects !== undefined,
  };
  const { emit } = environment;
  const duration = () => Math.round(performance.now() - startedAt);
  const is = (...phases: ConnectPhase[]) => phases.includes(snapshot.phase);
  const hasEnded = () => life.signal.aborted;

  function change(part: Partial<SessionSnapshot>) {
    if (hasEnded()) return;
    snapshot = { ...snapshot, ...part };
    notifySessionListeners();
  }

  function later(milliseconds: number, run: () => void) {
    timers.push(setTimeout(run, milliseconds));
  }

  function stopAttempt() {
    attempt.abort();
    for (const timer of timers) clearTimeout(timer);
    timers = [];
    if (created) endOnServer(client, created.id);
    created = null;
  }

  function end(result: ConnectOutcome) {
    if (hasEnded()) return;
    stopAttempt();
    life.abort();
    setCurrentSession(null);
    if (result.type === "cancelled") {
      emit({ name: "connect_cancelled", ...facts, duration: duration() });
    }
    if ("error" in result) {
      const { error, type } = result;
      emit({
        name: "connect_failed",
        ...facts,
        outcome: type,
        code: error.code,
        duration: duration(),
      });
      for (const observer of observers) isolate(() => observer.onError?.(error));
    }
    for (const observer of observers) isolate(() => observer.onClose?.(result));
    resolveOutcome(result);
  }

  const endWith = (error: ConnectError) => end({ type: failureOf(error), error });

  /** Shows a failure in the dialog; where there is none yet, the opener shows it. */
  function refuse(error: ConnectError) {
    if (!snapshot.isVisible || error.code === "unauthorized") return endWith(error);
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
      options = environment.checkOptions();
      change({ host: options.host });
      later(slowAfter, () => {
        if (is("preparing", "opening")) change({ isSlow: true, isVisible: true });
      });
      const { findConnector } = environment;
      const ready = await requestSession({ client, request, findConnector, signal });
      created = ready.created;
      change({
        phase: "opening",
        isVisible: true,
        isLoaded: false,
        frame: snapshot.frame + 1,
        connector: ready.connector,
      });
      awaitLife(ready.created.id, options.host, signal);
    } catch (error) {
      if (!signal.aborted) refuse(asConnectError(error));
    }
  }

  function awaitLife(id: string, host: string, signal: AbortSignal) {
    const age = snapshot.frame === 1 ? duration() : 0;
    later(Math.max(leastPatience, blockedAfter - age), () => {
      const code = navigator.onLine === false ? "offline" : "frame_blocked";
      block(new ConnectError(code, `AuthKit's page at ${host} showed no sign of life.`));
    });
    watchSession({
      client,
      id,
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
      const connection = await twice(() => client.saveConnection({ key, sessionId }, life.signal));
      unsavedKeys.delete(key);
      if (!hasEnded()) stored(connection);
    } catch (error) {
      if (hasEnded()) return;
      change({ phase: "not_saved", error: asConnectError(error) });
      if (!snapshot.isVisible) end(ending());
    }
  }

  function stored(connection: Connection) {
    change({
      phase: request.platform === undefined ? "open" : "connected",
      connections: [...snapshot.connections, connection],
    });
    environment.onStored(connection);
    emit({ name: "connect_succeeded", ...facts, duration: duration() });
    for (const observer of observers) isolate(() => observer.onSuccess?.(connection));
    // With a platform the dialog closes itself, once the new row had its time to appear.
    if (request.platform !== undefined || !snapshot.isVisible) afterPaint(() => end(ending()));
  }

  /** What closing now amounts to. */
  function ending(): ConnectOutcome {
    const connections = [...snapshot.connections];
    const connection = connections.at(-1);
    const { error } = snapshot;
    if (error !== null && is("not_saved")) return { type: "not_saved", error };
    if (connection) return { type: "connected", connection, connections };
    return error === null ? { type: "cancelled" } : { type: failureOf(error), error };
  }

  function saveLater(key: string) {
    saving = saving.then(() => save(key));
  }

  sessionCount += 1;
  const session: ConnectSession = {
    id: sessionCount,
    owner: environment.owner,
    key: environment.key,
    opener: environment.opener,
    outcome,
    getSnapshot: () => snapshot,
    observe: (observer) => observers.add(observer),
    frameOptions: () => (options && created ? { ...options, ticket: created.ticket } : null),
    frameLoaded: () => change({ isLoaded: true }),
    receive(message) {
      if (hasEnded()) return;
      comeAlive();
      if (message.type === "exit") session.close();
      if (message.type === "error" && is("open")) {
        const reason = message.reason ?? "AuthKit's page reported an error.";
        change({ error: new ConnectError("frame_error", reason) });
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
      else end(ending());
    },
    abandon(error) {
      if (error) endWith(error);
      else end({ type: "cancelled" });
    },
  };

  const { signal } = life;
  const onOnline = () => {
    if (snapshot.error?.code === "offline") session.retry();
  };
  // Restored from the back-forward cache the session goes on; a page that is gone for good ends it.
  const onPageHide = (event: PageTransitionEvent) => {
    if (!event.persisted) stopAttempt();
  };
  window.addEventListener("online", onOnline, { signal });
  window.addEventListener("pagehide", onPageHide, { signal });
  setCurrentSession(session);
  emit({ name: "connect_started", ...facts });
  // Not before whoever asked for it can listen.
  queueMicrotask(begin);
  return session;
}
