import type {
  ConnectionEnvironment,
  ConnectionState,
  ProblemCode,
  SessionState,
} from "@authkit-ui/contract";
import type { Identity } from "../identity/identity.ts";

/** A hook that still has to run for a connection. */
export type PendingHook = "connected" | "reconnected";

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
  laterPageUses: number;
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
  | { use: "first_page"; limit: number }
  /** Counts a later page, refused beyond what the uses so far and `pages` allow. */
  | { use: "later_page"; page: number }
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
  pendingHook: PendingHook | null;
  createdAt: Date;
  updatedAt: Date;
}

/** What Pica says of one connection, with the id that its row gets if it is new. */
export interface FoundConnection {
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
export interface SyncInput {
  identity: Identity;
  environment: ConnectionEnvironment;
  /** Inserted, or updated where the row is the same identity's; else left alone. */
  found: readonly FoundConnection[];
  /** Rows that Pica no longer has, by id and the key they had when the look began. */
  missing: readonly { id: string; key: string }[];
  /** Given to rows that are new. */
  pendingHook: PendingHook | null;
  now: Date;
}

/** A change to one connection. */
export type ConnectionChange =
  | { name: string }
  /** What was found out for `key`; refused once the connection has another one. */
  | { account: string; key: string }
  /** The hook has run for `key`; refused once another one has to run. */
  | { deliveredHook: PendingHook; key: string }
  /**
   * A reconnect: the row keeps its id, name and date, and the old key goes to the deletions. A
   * walk may have made a row of the new key since the reconnect began; that one goes there too,
   * settled. Any other row with the new key refuses the change.
   */
  | {
      replacement: FoundConnection;
      /** When the reconnect began. */
      since: Date;
      pendingHook: PendingHook | null;
      /** Whether `onDisconnected` has to run for a row that a walk made. */
      pendingHookOfMerged: boolean;
    }
  /**
   * A disconnect has begun: the row stays as it is, and an open row among the deletions, of that
   * id, says what is meant, so that whoever comes next can finish it. Until that is withdrawn or
   * finished nobody can save the key.
   */
  | { disconnecting: true; deletionId: string; pendingHook: boolean };

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
  pendingHook: boolean;
  connectionCreatedAt: Date;
  createdAt: Date;
  /** When Pica had deleted it; null until then. */
  completedAt: Date | null;
}

/** Which deletions: one connection's, or those with something left to do. */
export type DeletionFilter =
  | { connectionId: string; identity: Identity }
  | { open: true; identity?: Identity | undefined; environment: ConnectionEnvironment };

/**
 * What the server remembers. Every method below is atomic, and no transaction is ever open while
 * anything but the database is awaited. `storeConformance` (in this package's tests) says what each
 * must do; memory, PGlite and PostgreSQL pass it.
 *
 * A key is deleted at Pica only between `updateConnection({ disconnecting: true })` or
 * `claimDeletion` and the call that ends that. From the one to the other no row begins to hold the
 * key: `upsertConnections` and a replacement refuse it. And neither begins while a row holds the
 * key, except the row that is to go.
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
   * `pending_deletions` unless it was merged. Returns the rows of `found` that were written.
   */
  upsertConnections(input: SyncInput): Promise<StoredConnection[]>;
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
    options: { key: string; pendingHook: boolean; now: Date },
  ): Promise<StoredDeletion | null>;
  /** Removes a row that holds `key` for anybody but its owner according to Pica. */
  deleteMisownedConnection(key: string, owner: Identity): Promise<void>;

  /** Oldest first, at most a hundred. */
  findDeletions(filter: DeletionFilter): Promise<StoredDeletion[]>;
  /**
   * Asks to delete the key of an open deletion at Pica. Answers with the deletion to go on with: for
   * a disconnect a copy of id `claimId`, which whoever began the disconnect cannot withdraw. Null
   * when it is not open any more, or when a row holds the key: then it is settled as `merged`.
   */
  claimDeletion(
    deletion: StoredDeletion,
    options: { claimId: string; now: Date },
  ): Promise<StoredDeletion | null>;
  /** Forgets an open deletion: Pica refused, and whoever asked has been told. */
  withdrawDeletion(deletion: Pick<StoredDeletion, "id" | "identity">): Promise<void>;
  /** The key has died at Pica: settles every open deletion of it, which `onDisconnected` has not to hear of. */
  completeDeletion(deletion: Pick<StoredDeletion, "id" | "identity">, now: Date): Promise<void>;
  /** `onDisconnected` has run for it. */
  markDeletionHookDelivered(id: string): Promise<void>;

  /** Brings the schema up to date; safe when several instances start at once. */
  migrate(): Promise<void>;
  close(): Promise<void>;

  /** Counters shared by every instance; without it each instance counts for itself. */
  createRateLimiter?: RateLimiterFactory | undefined;
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
  consume(key: string): Promise<{ retryAfter?: number | undefined }>;
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
