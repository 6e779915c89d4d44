import type { Connection, Connector, IdentityType } from "@authkit-ui/contract";
import type { ConnectError } from "../api/connect-error.ts";
import type { ConnectOutcome } from "./connect-outcome.ts";
import type { ConnectPhase } from "./connect-phase.ts";

/** What a connect session is for. */
export interface SessionRequest {
  platform: string | undefined;
  identityType: IdentityType;
  reconnects: string | undefined;
}

/** One moment of a connect session; a new object at every change. */
export interface SessionSnapshot {
  phase: ConnectPhase;
  request: SessionRequest;
  /** Whether the dialog shows. */
  isVisible: boolean;
  /** Two seconds have passed without a sign of life. */
  isSlow: boolean;
  /** The frame has loaded something, which the browser shows: AuthKit's page, or an error. */
  isLoaded: boolean;
  /** Counts the frames of this session: a retry takes a new one. 0 before the first. */
  frame: number;
  /** Host name of AuthKit's page: who is asking. */
  host: string;
  /** The platform's entry in the catalog, once known. */
  connector: Connector | null;
  /** Why it is stuck, or what AuthKit's page reported last. */
  error: ConnectError | null;
  /** Stored in this session, oldest first. */
  connections: readonly Connection[];
}

/** Who wants to hear of a session's course; each is told once, however often it joins. */
export interface SessionObserver {
  onSuccess?: ((connection: Connection) => void) | undefined;
  onError?: ((error: ConnectError) => void) | undefined;
  onClose?: ((outcome: ConnectOutcome) => void) | undefined;
}

/** A running connect session, as another copy of the kit on the same page may use it. */
export interface PublicSession {
  /** Equal for two requests that may share a session. */
  readonly key: string;
  readonly outcome: Promise<ConnectOutcome>;
  getSnapshot: () => SessionSnapshot;
  observe: (observer: SessionObserver) => void;
  close: () => void;
}

interface SessionSlot {
  session: PublicSession | null;
  listeners: Set<() => void>;
}

/** A copy of the kit whose slot has another shape must use another number. */
const slotName = Symbol.for("@authkit-ui/session@1");

function slot(): SessionSlot {
  const page = globalThis as typeof globalThis & { [slotName]?: SessionSlot };
  page[slotName] ??= { session: null, listeners: new Set() };
  return page[slotName];
}

/** The page's one running session, or `null`. */
export const currentSession = (): PublicSession | null => slot().session;

/** Puts a session into the slot, or empties it, and tells everyone. */
export function setCurrentSession(session: PublicSession | null): void {
  slot().session = session;
  notifySessionListeners();
}

export function notifySessionListeners(): void {
  for (const listener of [...slot().listeners]) listener();
}

/** For `useSyncExternalStore`: hears of every change of the running session. */
export function subscribeToSession(listener: () => void): () => void {
  const { listeners } = slot();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** For `useSyncExternalStore`: the running session's moment, or `null`. */
export const currentSnapshot = (): SessionSnapshot | null => slot().session?.getSnapshot() ?? null;

/** For `useSyncExternalStore` on a server: nothing runs there. */
export const noSnapshot = (): null => null;
