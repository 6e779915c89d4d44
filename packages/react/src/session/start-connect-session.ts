import { loadChunk } from "../api/load-chunk.ts";
import type { ConnectStore } from "../provider/connect-store.ts";
import type { LayerOrigin } from "../ui/layer-origin.ts";
import { safeCall } from "../ui/safe-call.ts";
import type { ConnectOutcome } from "./connect-outcome.ts";
import type { ConnectFlow, ConnectSession, LoadAdapter } from "./connect-session.ts";
import {
  notifySessionListeners,
  type SessionObserver,
  type SessionRequest,
  type SessionSnapshot,
  setCurrentSession,
} from "./session-store.ts";

let sessionCount = 0;

/**
 * Starts a connect session and puts it into the page's slot, which must be empty. It is there, and
 * can be joined and closed, at once; what goes on in it is loaded meanwhile.
 *
 * @param origin Where it was asked for.
 */
export function startConnectSession(
  store: ConnectStore,
  request: SessionRequest,
  loadAdapter: LoadAdapter,
  origin: LayerOrigin,
): ConnectSession {
  const { emit } = store;
  const startedAt = performance.now();
  const observers = new Set<SessionObserver>();
  const life = new AbortController();
  const { signal } = life;
  let course: ConnectFlow | null = null;
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
  const duration = () => Math.round(performance.now() - startedAt);

  function change(part: Partial<SessionSnapshot>) {
    if (signal.aborted) return;
    snapshot = { ...snapshot, ...part };
    notifySessionListeners();
  }

  function tell(message: (observer: SessionObserver) => void) {
    for (const observer of observers) safeCall(() => message(observer));
  }

  function end(result: ConnectOutcome) {
    if (signal.aborted) return;
    life.abort();
    setCurrentSession(null);
    if (result.type === "cancelled") {
      emit({ name: "connect_cancelled", ...facts, duration: duration() });
    }
    if ("error" in result) {
      const { error, type } = result;
      const { code } = error;
      emit({ name: "connect_failed", ...facts, outcome: type, code, duration: duration() });
      tell((observer) => observer.onError?.(error));
    }
    tell((observer) => observer.onClose?.(result));
    resolveOutcome(result);
  }

  sessionCount += 1;
  const session: ConnectSession = {
    id: sessionCount,
    key: store.sessionKey(request),
    origin,
    get course() {
      return course;
    },
    outcome,
    getSnapshot: () => snapshot,
    observe: (observer) => observers.add(observer),
    close: () => (course ? course.close() : end({ type: "cancelled" })),
    end,
  };
  setCurrentSession(session);
  emit({ name: "connect_started", ...facts });
  loadChunk(loadAdapter).then(
    ({ startConnectFlow }) => {
      if (signal.aborted) return;
      course = startConnectFlow({ session, store, facts, signal, duration, change, tell });
    },
    (error) => end({ type: "network", error }),
  );
  return session;
}
