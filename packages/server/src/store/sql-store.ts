import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { Identity } from "../identity/identity.ts";
import type {
  ChangedSession,
  ClaimedIdentity,
  ConnectStore,
  StoredAgentCall,
  StoredConnection,
  StoredDeletion,
  StoredSession,
} from "./connect-store.ts";
import { connectSessions, pendingDeletions, userConnections } from "./schema.ts";
import {
  createAgentCall,
  expireAgentCalls,
  findAgentCall,
  supersedeAgentCalls,
  updateAgentCall,
} from "./sql-agent-calls.ts";
import { claimDeletion, completeDeletions, countDeletions } from "./sql-deletions.ts";
import { beginDisconnect, finishDisconnect } from "./sql-disconnect.ts";
import { prepareFindConnections } from "./sql-find-connections.ts";
import { ownedBy, type SqlDatabase } from "./sql-fragments.ts";
import {
  beginForgetting,
  claimIdentities,
  countIdentities,
  recordCheck,
  releaseIdentities,
  removeIdentity,
} from "./sql-identities.ts";
import type { ChangeLocks } from "./sql-locks.ts";
import { replaceKey } from "./sql-replace-key.ts";
import { retryOnConflict } from "./sql-retry.ts";
import { prepareSessions } from "./sql-sessions.ts";
import { upsertConnections } from "./sql-upsert-connections.ts";

/** What `createSqlStore` leaves to the driver. */
export interface SqlStoreDriver
  extends Pick<ConnectStore, "migrate" | "close" | "createRateLimiter"> {
  /**
   * Runs one statement whose conditions on other rows must still hold when it has written. It sees
   * what changes with the same locks have committed, and none of them runs at the same time.
   */
  runLocked<Value>(
    locks: ChangeLocks,
    statement: (database: SqlDatabase) => PromiseLike<Value>,
  ): Promise<Value>;
}

type OwnedRow = { userId: string; identityType: Identity["type"] };

function withIdentity<Row extends OwnedRow>({ userId, identityType, ...row }: Row) {
  return { ...row, identity: { type: identityType, id: userId } };
}

const hours = (n: number, after: Date) => new Date(after.getTime() + n * 3_600_000);

/** The store in PostgreSQL's SQL; PGlite and PostgreSQL differ only in their driver. */
export function createSqlStore(
  database: SqlDatabase,
  { runLocked, ...lifecycle }: SqlStoreDriver,
): ConnectStore {
  const change: SqlStoreDriver["runLocked"] = (locks, statement) =>
    retryOnConflict(() => runLocked(locks, statement));
  const sessions = prepareSessions(database);
  const findConnections = prepareFindConnections(database);
  return {
    ...lifecycle,

    async createSession({ identity, ...session }) {
      const expiredSessions = database
        .$with("expired_sessions")
        .as(
          database
            .delete(connectSessions)
            .where(sql`${connectSessions.expiresAt} < ${session.createdAt}`)
            .returning({ id: connectSessions.id }),
        );
      const oldDeletions = database.$with("old_deletions").as(
        database
          .delete(pendingDeletions)
          .where(
            and(
              sql`${pendingDeletions.completedAt} < ${hours(-24, session.createdAt)}`,
              eq(pendingDeletions.isHookPending, false),
            ),
          )
          .returning({ id: pendingDeletions.id }),
      );
      // Two instances that delete the same rows may deadlock.
      await retryOnConflict(() =>
        database
          .with(expiredSessions, oldDeletions)
          .insert(connectSessions)
          .values({ ...session, userId: identity.id, identityType: identity.type }),
      );
    },

    async findSession(id) {
      const [row] = await sessions.find(id);
      return row ? (withIdentity(row) satisfies StoredSession) : null;
    },

    async updateSession(id, change, now) {
      const [row] = await sessions.update(id, change, now);
      return row ? (withIdentity(row) satisfies ChangedSession) : null;
    },

    async findConnections(filter) {
      const rows = await findConnections(filter);
      return rows.map((row) => withIdentity(row) satisfies StoredConnection);
    },

    async upsertConnections(input) {
      const holds = input.found.map(({ key }) => key);
      const rows = await change({ identity: input.identity, holds }, (locked) =>
        upsertConnections(locked, input),
      );
      return rows.map((row) => withIdentity(row) satisfies StoredConnection);
    },

    async updateConnection(id, identity, update, now) {
      let rows: (typeof userConnections.$inferSelect)[];
      if ("replacement" in update) {
        const holds = [update.replacement.key];
        rows = await change({ identity, holds }, (locked) =>
          replaceKey(locked, id, identity, update, now),
        );
      } else if ("disconnecting" in update) {
        rows = await change({ identity }, (locked) =>
          beginDisconnect(locked, id, identity, update, now),
        );
      } else {
        // No lock is needed: the conditions are on the row itself, and PostgreSQL rechecks them.
        const [set, condition] =
          "name" in update
            ? [{ name: update.name, updatedAt: now }, undefined]
            : "access" in update
              ? [{ access: update.access, updatedAt: now }, undefined]
              : "account" in update
                ? [{ account: update.account }, eq(userConnections.key, update.key)]
                : "connectedBy" in update
                  ? [{ connectedBy: update.connectedBy }, eq(userConnections.key, update.key)]
                  : "ifLastUsedBefore" in update
                    ? [
                        { lastUsedAt: now },
                        or(
                          isNull(userConnections.lastUsedAt),
                          lt(userConnections.lastUsedAt, update.ifLastUsedBefore),
                        ),
                      ]
                    : "deliveredAttention" in update
                      ? [
                          { attentionEvent: null },
                          eq(userConnections.attentionEvent, update.deliveredAttention),
                        ]
                      : [
                          { pendingHook: null },
                          and(
                            eq(userConnections.key, update.key),
                            eq(userConnections.pendingHook, update.deliveredHook),
                          ),
                        ];
        rows = await database
          .update(userConnections)
          .set(set)
          .where(and(eq(userConnections.id, id), ownedBy(userConnections, identity), condition))
          .returning();
      }
      return rows[0] ? (withIdentity(rows[0]) satisfies StoredConnection) : null;
    },

    async removeConnection(id, identity, options) {
      const [row] = await change({ identity }, (locked) =>
        finishDisconnect(locked, id, identity, options),
      );
      return row ? (withIdentity(row) satisfies StoredDeletion) : null;
    },

    async deleteMisownedConnection(key, owner) {
      await database
        .delete(userConnections)
        .where(and(eq(userConnections.key, key), sql`not (${ownedBy(userConnections, owner)})`));
    },

    async findDeletions(filter) {
      const rows = await database
        .select()
        .from(pendingDeletions)
        .where(
          "connectionId" in filter
            ? and(
                eq(pendingDeletions.connectionId, filter.connectionId),
                ownedBy(pendingDeletions, filter.identity),
              )
            : and(
                filter.identity && ownedBy(pendingDeletions, filter.identity),
                eq(pendingDeletions.environment, filter.environment),
                or(isNull(pendingDeletions.completedAt), eq(pendingDeletions.isHookPending, true)),
              ),
        )
        .orderBy(pendingDeletions.createdAt)
        .limit(100);
      return rows.map((row) => withIdentity(row) satisfies StoredDeletion);
    },

    async claimDeletion(deletion, options) {
      const { identity, key } = deletion;
      const [row] = await change({ identity, deletes: key }, (locked) =>
        claimDeletion(locked, deletion, options),
      );
      return row ? (withIdentity(row) satisfies StoredDeletion) : null;
    },

    async withdrawDeletion({ id, identity }) {
      await change({ identity }, (locked) =>
        locked
          .delete(pendingDeletions)
          .where(and(eq(pendingDeletions.id, id), isNull(pendingDeletions.completedAt))),
      );
    },

    async completeDeletion({ id, identity }, options) {
      await change({ identity }, (locked) => completeDeletions(locked, id, options));
    },

    async markDeletionHookDelivered(id) {
      await database
        .update(pendingDeletions)
        .set({ isHookPending: false })
        .where(eq(pendingDeletions.id, id));
    },

    countDeletions: (identity, options) => countDeletions(database, identity, options),

    async claimIdentities(options) {
      const rows = await retryOnConflict(() => claimIdentities(database, options));
      return rows.map((row) => withIdentity(row) satisfies ClaimedIdentity);
    },

    countIdentities: (options) => countIdentities(database, options),

    async releaseIdentities(identities, options) {
      if (identities.length === 0) return;
      // Retried, because two instances that release the same identities can deadlock.
      await retryOnConflict(() => releaseIdentities(database, identities, options));
    },

    async recordCheck(identity, options) {
      await recordCheck(database, identity, options);
    },

    async beginForgetting(identity, options) {
      const [row] = await change({ identity }, (locked) =>
        beginForgetting(locked, identity, options),
      );
      return row?.forgettingSince ?? options.now;
    },

    async removeIdentity(identity, options) {
      await change({ identity }, (locked) => removeIdentity(locked, identity, options));
    },

    async createAgentCall(call) {
      const [row] = await createAgentCall(database, call);
      return row ? (withIdentity(row) satisfies StoredAgentCall) : call;
    },

    async findAgentCall(id) {
      const [row] = await findAgentCall(database, id);
      return row ? (withIdentity(row) satisfies StoredAgentCall) : null;
    },

    async updateAgentCall(id, update, now) {
      const [row] = await updateAgentCall(database, id, update, now);
      return row ? (withIdentity(row) satisfies StoredAgentCall) : null;
    },

    async supersedeAgentCalls(call, options) {
      await retryOnConflict(() => supersedeAgentCalls(database, call, options));
    },

    async expireAgentCalls(now) {
      // Two instances that remove the same rows may deadlock.
      await retryOnConflict(() => expireAgentCalls(database, now));
    },
  };
}
