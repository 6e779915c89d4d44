import type {
  ConnectionAccess,
  ConnectionEnvironment,
  ConnectionState,
  ProblemCode,
  SessionState,
} from "@authkit-ui/contract";
import type { Identity } from "../identity/identity.ts";

/** A hook that still has to run for a connection. */
export type PendingHook = "connected" | "reconnected";

/** Why a key is to be deleted; `merged`: it is not, because a reconnected row has it now. */
export type DeletionReason = "disconnected" | "reconnected" | "merged";

/** A connect session as it is stored: a row of `connect_sessions`. */
export interface StoredSession {
  id: string;
  identity: Identity;
  /** The only platform that may be connected; null for any. */
  platform: string | null;
  /** The id of the connection to reconnect; null for a new one. */
  reconnectId: string | null;
  state: SessionState;
  /** Why the token was refused; null unless `state` is `token_refused`. */
  code: ProblemCode | null;
  /** How often the ticket was used for page 1 or for all pages at once. */
  ticketUses: number;
  /** How often it was used for a later page. */
  laterPageUses: number;
  /** How many pages Pica has, as it last said; 0 before the first token. */
  pages: number;
  createdAt: Date;
  expiresAt: Date;
}

/** The part of a session that a change returns. */
export type ChangedSession = Pick<StoredSession, "identity" | "state" | "code" | "pages">;

/** A change to a session. It is refused once the session has ended or expired. */
export type SessionChange =
  /** Counts a use of the ticket for page 1; refused beyond `limit`. */
  | { use: "first_page"; limit: number }
  /** Counts a later page; refused for more pages than the uses so far and `pages` allow. */
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
  /** Pica's connection key; unique in the table. */
  key: string;
  /** Pica's row id, which its DELETE takes; null in rows from before this kit. */
  picaId: string | null;
  environment: ConnectionEnvironment;
  state: ConnectionState;
  /** Null if it never had one; empty once the person has removed it. */
  name: string | null;
  /** What `describeAccount` returned; null if nothing. */
  account: string | null;
  /** The hook that still has to run for it; null if none. */
  pendingHook: PendingHook | null;
  /**
   * Whether only a person can repair it: true from `failed` or `gone` until it is `operational`
   * again. Other states change nothing.
   */
  needsAttention: boolean;
  /**
   * The last change of `needsAttention` while its hook, `onNeedsAttention` or `onRecovered`, still
   * has to run. Null otherwise.
   */
  attentionEvent: string | null;
  /** What `describeViewer` returned for whoever connected it; null if nothing. */
  connectedBy: string | null;
  /** When it was last used with success; null if it never was. */
  lastUsedAt: Date | null;
  /** What it may be used for; null until somebody has chosen, which is the product's default. */
  access: ConnectionAccess | null;
  createdAt: Date;
  updatedAt: Date;
}

/** Which hooks have to run when `needsAttention` changes: those that the product passed. */
export interface AttentionHooks {
  needsAttention: boolean;
  recovered: boolean;
}

/** A connection as Pica has it. */
export interface FoundConnection {
  /**
   * The id for a new row. Also the new `attentionEvent` of the row, new or not, if its
   * `needsAttention` changes.
   */
  newRowId: string;
  key: string;
  picaId: string;
  platform: string;
  state: ConnectionState;
  /** Its name at Pica; stored in a row that never had one. */
  name: string | null;
}

/** Which connections to find: one identity's, or one by its id or its key. */
export type ConnectionFilter =
  | { identity: Identity; environment: ConnectionEnvironment }
  | { key: string; environment: ConnectionEnvironment }
  | { id: string; environment: ConnectionEnvironment };

/** What was read at Pica for one identity. */
export interface SyncInput {
  identity: Identity;
  environment: ConnectionEnvironment;
  /** Inserted, or updated if the row is the same identity's; else ignored. */
  found: readonly FoundConnection[];
  /** Rows that Pica no longer has, by id and the key that they had when Pica was asked. */
  missing: readonly { id: string; key: string; attentionEvent: string }[];
  /** Stored in rows that are new. */
  pendingHook: PendingHook | null;
  /** @default neither */
  attentionHooks?: AttentionHooks | undefined;
  now: Date;
}

/** A change to one connection. */
export type ConnectionChange =
  | { name: string }
  | { access: ConnectionAccess }
  /** The account found for `key`; refused once the connection has another key. */
  | { account: string; key: string }
  /** Who connected `key`; refused once the connection has another key. */
  | { connectedBy: string; key: string }
  /** It was used. Refused if a use since that moment is stored already. */
  | { ifLastUsedBefore: Date }
  /** The hook has run for `key`; refused once another hook is pending. */
  | { deliveredHook: PendingHook; key: string }
  /** The hook has run for that event. Ignored if there is a later event. */
  | { deliveredAttention: string }
  /**
   * A reconnect: the row keeps its id, name, access and date, and its old key is added to the deletions. A
   * row that a synchronization inserted for the new key since the reconnect began is moved there
   * too, completed. The change is refused if any other row has the new key.
   */
  | {
      replacement: FoundConnection;
      /** When the reconnect began. */
      since: Date;
      pendingHook: PendingHook | null;
      /** @default neither */
      attentionHooks?: AttentionHooks | undefined;
      /** Whether `onDisconnected` has to run for a row that a synchronization inserted. */
      pendingHookOfMerged: boolean;
    }
  /**
   * A disconnect has begun: the row stays unchanged, and an open deletion with that id is added, so
   * that another process can finish it. The key cannot be inserted until it is withdrawn or finished.
   */
  | { disconnecting: true; deletionId: string; isHookPending: boolean };

/** A key to delete at Pica, or one that has been deleted: a row of `pending_deletions`. */
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
  /** Whether `onDisconnected` still has to run for it. */
  isHookPending: boolean;
  connectionCreatedAt: Date;
  createdAt: Date;
  /** When it was deleted at Pica; null until then. */
  completedAt: Date | null;
  /** Pica's answer. Null until then, and in merged rows. */
  outcome: DeletionOutcome | null;
}

/** Whether Pica deleted the key, or no longer had it. */
export type DeletionOutcome = "deleted" | "absent";

/**
 * What a call of an agent does: it waits for an account, the provider is being asked, or it has
 * ended. `declined`: the person said no. `unavailable`: nobody answered in time, or the same call was made again.
 */
export type AgentCallStatus = "waiting" | "running" | "done" | "declined" | "unavailable";

/** A call of an agent, and its request for an account: a row of `agent_calls`. */
export interface StoredAgentCall {
  /** Also the id of its connection request. */
  id: string;
  /** A digest of the person, the identity and the agent's own call id; unique in the table. */
  key: string;
  /** Whose connections the call uses. */
  identity: Identity;
  /**
   * `identityName` of the person who made the call. For a group's account that is one of its members,
   * where `authenticate` tells who, and no other member may answer.
   */
  person: string;
  platform: string;
  action: string;
  /** A digest of the action's name and the input, by which a repeated call is known. */
  digest: string;
  /** The input as JSON; null unless the call waits. */
  input: string | null;
  /** The account that the product or the person chose, or that the call used; else null. */
  connectionId: string | null;
  status: AgentCallStatus;
  /** Until when `running` can be true; later the process that ran it must have ended. */
  claimedUntil: Date | null;
  /** The outcome as JSON; null unless `status` is `done`. */
  outcome: string | null;
  createdAt: Date;
  /** When a waiting call becomes `unavailable`, and when any other is removed. */
  expiresAt: Date;
}

/** A change to a call. A change that needs a waiting call is refused once the call has expired. */
export type AgentCallChange =
  /** The account was chosen for a waiting call. */
  | { connectionId: string }
  /** Ends a waiting call. */
  | { status: "declined"; expiresAt: Date }
  /** Claims a waiting call, once, if `chosen` is still its chosen account. */
  | {
      status: "running";
      chosen: string | null;
      connectionId: string;
      claimedUntil: Date;
      expiresAt: Date;
    }
  /** A running call must wait again, because its account turned out to be broken. */
  | { status: "waiting"; input: string; expiresAt: Date }
  /** Ends a running call, or a waiting one that is refused before it runs. */
  | { status: "done"; from: "waiting" | "running"; outcome: string; expiresAt: Date };

/** An identity that a sweep has claimed. */
export interface ClaimedIdentity {
  identity: Identity;
  /** When `connect.forget` was first called for the identity, or null. */
  forgettingSince: Date | null;
}

/** Which deletions to find: one connection's, or all that are open or whose hook is pending. */
export type DeletionFilter =
  | { connectionId: string; identity: Identity }
  | { open: true; identity?: Identity | undefined; environment: ConnectionEnvironment };

/**
 * Where the server keeps its data. Every method is atomic, and no transaction stays open while
 * anything but the database is awaited. The conformance suite in this package's tests says what each
 * method must do; memory, PGlite and PostgreSQL pass it.
 *
 * A key is deleted at Pica only between `updateConnection({ disconnecting: true })` or
 * `claimDeletion` and the call that completes or withdraws the deletion. Meanwhile no row can get the
 * key: `upsertConnections` and a replacement refuse it. A deletion is neither begun nor claimed while
 * another row than the one to be deleted has the key.
 */
export interface ConnectStore {
  /** Also removes expired sessions, and deletions completed more than a day ago. */
  createSession(session: StoredSession): Promise<void>;
  findSession(id: string): Promise<StoredSession | null>;
  /** The session after the change, or null if it was refused or does not exist. */
  updateSession(id: string, change: SessionChange, now: Date): Promise<ChangedSession | null>;

  /** Oldest first. */
  findConnections(filter: ConnectionFilter): Promise<StoredConnection[]>;
  /**
   * Writes what was read at Pica. Never changes another identity's row, and never inserts a key of
   * `pending_deletions` unless it was merged. Returns the rows of `found` that were written, then
   * those that were marked as gone. The identity of a row is known to `claimIdentities` from then on.
   */
  upsertConnections(input: SyncInput): Promise<StoredConnection[]>;
  /** The connection after the change, or null if it is not that identity's or was refused. */
  updateConnection(
    id: string,
    identity: Identity,
    change: ConnectionChange,
    now: Date,
  ): Promise<StoredConnection | null>;
  /** Moves the row to the deletions, completed; null if it is not that identity's or has another key. */
  removeConnection(
    id: string,
    identity: Identity,
    options: { key: string; isHookPending: boolean; outcome: DeletionOutcome; now: Date },
  ): Promise<StoredDeletion | null>;
  /** Removes the row with `key` if it is not that of its owner according to Pica. */
  deleteMisownedConnection(key: string, owner: Identity): Promise<void>;

  /** Oldest first, at most a hundred. */
  findDeletions(filter: DeletionFilter): Promise<StoredDeletion[]>;
  /**
   * Claims an open deletion before its key is deleted at Pica. Returns the deletion to go on with:
   * for a disconnect a copy with the id `claimId`, which the request that began the disconnect cannot
   * withdraw. Null if it is no longer open, or if a row has the key: then it is completed as `merged`.
   */
  claimDeletion(
    deletion: StoredDeletion,
    options: { claimId: string; now: Date },
  ): Promise<StoredDeletion | null>;
  /** Removes an open deletion, because Pica refused and the caller has been told. */
  withdrawDeletion(deletion: Pick<StoredDeletion, "id" | "identity">): Promise<void>;
  /** The key was deleted at Pica: completes its open deletions, without running `onDisconnected`. */
  completeDeletion(
    deletion: Pick<StoredDeletion, "id" | "identity">,
    options: { outcome: DeletionOutcome; now: Date },
  ): Promise<void>;
  /** Stores that `onDisconnected` has run for the deletion. */
  markDeletionHookDelivered(id: string): Promise<void>;
  /** How many keys of the identity Pica has deleted since then, and how many it no longer had. */
  countDeletions(
    identity: Identity,
    options: { environment: ConnectionEnvironment; since: Date },
  ): Promise<Record<DeletionOutcome, number>>;

  /**
   * Claims identities that were last checked before `before`, the longest unchecked first. Nobody
   * else can claim them until `until`, or until `releaseIdentities` ends the claim.
   */
  claimIdentities(options: {
    environment: ConnectionEnvironment;
    before: Date;
    now: Date;
    until: Date;
    limit: number;
  }): Promise<ClaimedIdentity[]>;
  /** How many identities `claimIdentities` could claim, including claimed ones. */
  countIdentities(options: { environment: ConnectionEnvironment; before: Date }): Promise<number>;
  /**
   * Ends the claims of the identities, and stores when they were checked; null if they were not.
   */
  releaseIdentities(
    identities: readonly Identity[],
    options: { environment: ConnectionEnvironment; checkedAt: Date | null },
  ): Promise<void>;
  /**
   * Stores that a list has checked an identity with connections, and makes the identity known. It
   * never waits: if another statement holds the identity, nothing is stored.
   */
  recordCheck(
    identity: Identity,
    options: { environment: ConnectionEnvironment; checkedAt: Date },
  ): Promise<void>;
  /**
   * Marks the identity to be forgotten and claimed next, removes its sessions, its agent calls and
   * those that it made for a group, and adds an open deletion for each of its connections. A repeated
   * call adds deletions for new connections. Returns when it was first called.
   */
  beginForgetting(
    identity: Identity,
    options: { environment: ConnectionEnvironment; isHookPending: boolean; now: Date },
  ): Promise<Date>;
  /**
   * Removes an identity that has no connection, no open deletion and no pending hook. Does nothing
   * to any other. If the identity was to be forgotten, its completed deletions lose their name and
   * account.
   */
  removeIdentity(
    identity: Identity,
    options: { environment: ConnectionEnvironment },
  ): Promise<void>;

  /** Stores a call, unless one with its key is stored. Returns the stored one. */
  createAgentCall(call: StoredAgentCall): Promise<StoredAgentCall>;
  findAgentCall(id: string): Promise<StoredAgentCall | null>;
  /** The call after the change, or null if it was refused or does not exist. */
  updateAgentCall(id: string, change: AgentCallChange, now: Date): Promise<StoredAgentCall | null>;
  /**
   * Makes the waiting calls `unavailable`, without their input, that have the call's person, identity
   * and digest and were created before `createdBefore`.
   */
  supersedeAgentCalls(
    call: Pick<StoredAgentCall, "person" | "identity" | "digest">,
    options: { createdBefore: Date; expiresAt: Date },
  ): Promise<void>;
  /**
   * Makes waiting calls that have expired `unavailable` for another day, without their input, and
   * removes all others that have expired.
   */
  expireAgentCalls(now: Date): Promise<void>;

  /** Migrates the schema; safe when several instances start at once. */
  migrate(): Promise<void>;
  close(): Promise<void>;

  /** Makes counters that all instances share; without it each instance counts for itself. */
  createRateLimiter?: RateLimiterFactory | undefined;
}

/** Makes a rate limiter. */
export type RateLimiterFactory = (rule: {
  name: string;
  /** Requests allowed within `duration`. */
  points: number;
  /** Seconds. */
  duration: number;
}) => RateLimiter;

/** Counts requests by key; `retryAfter` (seconds) is set once there have been too many. */
export interface RateLimiter {
  consume(key: string): Promise<{ retryAfter?: number | undefined }>;
}

/** Thrown by a store that cannot be used. */
export class ConnectStoreError extends Error {
  override readonly name = "ConnectStoreError";
  /** Why it cannot be used, as a stable code. */
  readonly code: "database_in_use" | "database_unavailable";

  constructor(code: ConnectStoreError["code"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
