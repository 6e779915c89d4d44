import type { Connection } from "@authkit-ui/contract";
import type { ConnectError } from "../api/connect-error.ts";
import type { ConnectOutcome } from "./connect-outcome.ts";
import type { SessionState } from "./session-state.ts";

/** Callbacks of whoever follows a session; each is called once, however often it is added. */
export interface SessionObserver {
  onConnected?: ((connection: Connection) => void) | undefined;
  onError?: ((error: ConnectError) => void) | undefined;
  onClose?: ((outcome: ConnectOutcome) => void) | undefined;
}

/** A running connect session, as another copy of the kit on the same page may use it. */
export interface PublicSession {
  /** Equal for two targets that may share a session. */
  readonly key: string;
  readonly outcome: Promise<ConnectOutcome>;
  getState: () => SessionState;
  observe: (observer: SessionObserver) => void;
  close: () => void;
}

interface SessionStore {
  session: PublicSession | null;
  listeners: Set<() => void>;
}

/** Copies of the kit share one session a page; one with another shape must use another number. */
const storeKey = Symbol.for("@authkit-ui/session@3");

function store(): SessionStore {
  const page = globalThis as typeof globalThis & { [storeKey]?: SessionStore | undefined };
  page[storeKey] ??= { session: null, listeners: new Set() };
  return page[storeKey];
}

/** The page's one running session, or `null`. */
export const currentSession = (): PublicSession | null => store().session;

/** Makes a session the page's current one, or ends that by `null`, and notifies everyone. */
export function setCurrentSession(session: PublicSession | null): void {
  store().session = session;
  notifySessionListeners();
}

export function notifySessionListeners(): void {
  for (const listener of [...store().listeners]) listener();
}

/** Subscribes to every change of the running session, for `useSyncExternalStore`. */
export function subscribeToSession(listener: () => void): () => void {
  const { listeners } = store();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The running session's state, or `null`, for `useSyncExternalStore`. */
export const getSessionSnapshot = (): SessionState | null => store().session?.getState() ?? null;

/** No session runs on a server. */
export const getServerSnapshot = (): null => null;
