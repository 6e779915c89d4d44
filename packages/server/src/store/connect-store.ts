import type {
  ConnectionEnvironment,
  ConnectionState,
  ProblemCode,
  SessionState,
} from "@authkit-ui/contract";
import type { Identity } from "../identity.ts";

/** A hook that still has to run for a connection. */
export type Announcement = "connected" | "reconnected";

/** Why a key had to go; `merged`: its row went, and the key lives on in the row of a reconnect. */
export type DeletionReason = "disconnected" | "reconnected" | "merged";

/** A connect session as it is stored. */
export interface StoredSession {
  id: string;
  identity: Identity;
  platform: string | null;
  reconnects: string | null;
  state: SessionState;
  code: ProblemCode | null;
  /** Requests for page 1, or for everything at once, that the ticket has made. */
  ticketUses: number;
  /** Requests for later pages that it has made. */
  furtherPages: number;
  /** How many pages Pica last spoke of; 0 before the first answer. */
  pages: number;
  createdAt: Date;
  expiresAt: Date;
}

/** What a change tells of its session: enough to go on, and no more, for every token reads it. */
export type ChangedSession = Pick<StoredSession, "identity" | "state" | "code" | "pages">;

/** A change to a session. Each is refused (null) once the session has ended or run out. */
export type SessionChange =
  /** Counts a use of the ticket, refused beyond `limit`. */
  | { use: "first"; limit: number }
  /** Counts a later page, refused beyond what the uses so far and `pages` allow. */
  | { use: "further"; page: number }
  | { state: "token_issued"; pages: number }
  | { state: "token_refused"; code: ProblemCode }
  | { state: "connected" }
  | { state: "ended" };

/** A connection as it is stored: a row of `user_connections`. */
export interface StoredConnection {
  id: string;
  identity: Identity;
  platform: string;
  key: string;
  picaId: string | null;
  environment: ConnectionEnvironment;
  state: ConnectionState;
  /** Null when it never had one; empty once the person took it away. */
  name: string | null;
  account: string | null;
  announce: Announcement | null;
  createdAt: Date;
  updatedAt: Date;
}

/** What Pica says of one connection, with the id that its row gets if it is new. */
export interface FreshConnection {
  id: string;
  key: string;
  picaId: string;
  platform: string;
  state: ConnectionState;
  /** Its name at Pica; given to a row that never had one. */
  name: string | null;
}

/** Which connections. The environment keeps a test key's rows away from a live key's. */
export type ConnectionFilter =
  | { identity: Identity; environment: ConnectionEnvironment }
  | { id: string; environment: ConnectionEnvironment };

/** What one look at Pica found for one identity. */
export interface ConnectionTruth {
  identity: Identity;
  environment: ConnectionEnvironment;
  /** Inserted, or updated where the row is the same identity's; else left alone. */
  fresh: readonly FreshConnection[];
  /** Rows that Pica no longer has, by id and the key they had when the look began. */
  gone: readonly { id: string; key: string }[];
  /** Given to rows that are new. */
  announce: Announcement | null;
  now: Date;
}

/** A change to one connection. */
export type ConnectionChange =
  | { name: string }
  | { account: string }
  | { announce: null }
  /**
   * A reconnect: the row keeps its id, name and date, and the old key goes to the deletions. A
   * walk may have made a row of the new key since the reconnect began; that one goes there too,
   * settled. Any other row with the new key refuses the change.
   */
  | {
      replacement: FreshConnection;
      /** When the reconnect began. */
      since: Date;
      announce: Announcement | null;
      /** Whether `onDisconnected` has to run for a row that a walk made. */
      announceMerged: boolean;
    }
  /**
   * A disconnect has begun: the row stays as it is, and an open row among the deletions says what
   * is meant, so that whoever comes next can finish it.
   */
  | { disconnecting: true; announce: boolean }
  /** It could not be done, and the person has been told. */
  | { disconnecting: false };

/** A key that is to die, or has died, at Pica: a row of `pending_deletions`. */
export interface StoredDeletion {
  id: string;
  connectionId: string;
  identity: Identity;
  platform: string;
  key: string;
  picaId: string | null;
  environment: ConnectionEnvironment;
  name: string | null;
  account: string | null;
  reason: DeletionReason;
  /** Whether `onDisconnected` has still to run for it. */
  announce: boolean;
  connectionCreatedAt: Date;
  createdAt: Date;
  /** When Pica had deleted it; null until then. */
  settledAt: Date | null;
}

/** Which deletions: one connection's, or those with something left to do. */
export type DeletionFilter =
  | { connectionId: string; identity: Identity }
  | { open: true; identity?: Identity; environment: ConnectionEnvironment };

/**
 * What the server remembers. Every method below is one SQL statement, hence atomic: no transaction
 * is ever open while something else is awaited. (Where `saveConnections` made new rows, a second one
 * takes back those whose key died meanwhile.) `storeConformance` (in this package's tests) says
 * what each must do; memory, PGlite and PostgreSQL pass it.
 */
export interface ConnectStore {
  /** Also forgets sessions that have run out and deletions settled more than a day ago. */
  createSession(session: StoredSession): Promise<void>;
  findSession(id: string): Promise<StoredSession | null>;
  /** The session after the change, or null when it was refused or there is none. */
  updateSession(id: string, change: SessionChange, now: Date): Promise<ChangedSession | null>;

  /** Oldest first. */
  findConnections(filter: ConnectionFilter): Promise<StoredConnection[]>;
  /**
   * Writes what Pica says. Never touches another identity's row, never brings back a key of
   * `pending_deletions` unless it was merged. Returns the rows of `fresh` that were written.
   */
  saveConnections(truth: ConnectionTruth): Promise<StoredConnection[]>;
  /** The connection after the change, or null when it is not that identity's or was refused. */
  updateConnection(
    id: string,
    identity: Identity,
    change: ConnectionChange,
    now: Date,
  ): Promise<StoredConnection | null>;
  /** Moves the row to the deletions, settled; null when it is not that identity's, or has another key. */
  removeConnection(
    id: string,
    identity: Identity,
    options: { key: string; announce: boolean; now: Date },
  ): Promise<StoredDeletion | null>;
  /** Removes a row that holds `key` for anybody but its owner according to Pica. */
  evictConnection(key: string, owner: Identity): Promise<void>;

  /** Oldest first, at most a hundred. */
  findDeletions(filter: DeletionFilter): Promise<StoredDeletion[]>;
  updateDeletion(id: string, change: { announce: false; settledAt?: Date }): Promise<void>;

  /** Brings the schema up to date; safe when several instances start at once. */
  migrate(): Promise<void>;
  close(): Promise<void>;

  /** Counters shared by every instance; without it each instance counts for itself. */
  createRateLimiter?: RateLimiterFactory;
}

/** Makes one counter of requests per key. */
export type RateLimiterFactory = (rule: {
  name: string;
  /** Requests allowed within `duration`. */
  points: number;
  /** Seconds. */
  duration: number;
}) => RateLimiter;

/** Counts one request; `retryAfter` (seconds) is set once there have been too many. */
export interface RateLimiter {
  consume(key: string): Promise<{ retryAfter?: number }>;
}

/** Why a store cannot be used. */
export class ConnectStoreError extends Error {
  override readonly name = "ConnectStoreError";
  readonly code: "database_in_use" | "database_unavailable";

  constructor(code: ConnectStoreError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
