import type { ConnectionEnvironment } from "@authkit-ui/contract";
import { and, eq, isNull, lt, lte, or, sql } from "drizzle-orm";
import type { Identity } from "../identity/identity.ts";
import type { ConnectStore } from "./connect-store.ts";
import { connectIdentities, connectSessions, pendingDeletions, userConnections } from "./schema.ts";
import { deleteAgentCalls } from "./sql-agent-calls.ts";
import { asDeletion, ownedBy, type SqlDatabase } from "./sql-fragments.ts";

type Options<Method extends "claimIdentities" | "countIdentities"> = Parameters<
  ConnectStore[Method]
>[0];

/** Identities that were last checked before that time, or never. */
const isDue = ({ environment, before }: Options<"countIdentities">) =>
  and(
    eq(connectIdentities.environment, environment),
    or(isNull(connectIdentities.checkedAt), lt(connectIdentities.checkedAt, before)),
  );

/** Skips rows that another instance is claiming, so that neither waits. */
export function claimIdentities(
  database: SqlDatabase,
  { environment, before, now, until, limit }: Options<"claimIdentities">,
) {
  const due = database.$with("due").as(
    database
      .select({
        userId: sql<string>`${connectIdentities.userId}`.as("due_user_id"),
        identityType: sql<Identity["type"]>`${connectIdentities.identityType}`.as("due_type"),
      })
      .from(connectIdentities)
      .where(
        and(
          isDue({ environment, before }),
          or(isNull(connectIdentities.claimedUntil), lte(connectIdentities.claimedUntil, now)),
        ),
      )
      .orderBy(sql`${connectIdentities.checkedAt} nulls first`)
      .limit(limit)
      .for("update", { skipLocked: true }),
  );
  return database
    .with(due)
    .update(connectIdentities)
    .set({ claimedUntil: until })
    .from(due)
    .where(
      and(
        eq(connectIdentities.userId, due.userId),
        eq(connectIdentities.identityType, due.identityType),
        eq(connectIdentities.environment, environment),
      ),
    )
    .returning({
      userId: connectIdentities.userId,
      identityType: connectIdentities.identityType,
      forgettingSince: connectIdentities.forgettingSince,
    });
}

export const countIdentities = (database: SqlDatabase, options: Options<"countIdentities">) =>
  database.$count(connectIdentities, isDue(options));

const isIt = (identity: Identity, environment: ConnectionEnvironment) =>
  and(ownedBy(connectIdentities, identity), eq(connectIdentities.environment, environment));

export function releaseIdentities(
  database: SqlDatabase,
  identities: readonly Identity[],
  { environment, checkedAt }: Parameters<ConnectStore["releaseIdentities"]>[1],
) {
  const given = JSON.stringify(identities);
  return database
    .update(connectIdentities)
    .set({ claimedUntil: null, ...(checkedAt && { checkedAt }) })
    .from(sql`jsonb_to_recordset(${given}::jsonb) as i(id text, type text)`)
    .where(
      sql`${connectIdentities.userId} = i.id and ${connectIdentities.identityType} = i.type
        and ${connectIdentities.environment} = ${environment}`,
    );
}

/** Skips the row if it is locked, so that a sweep never makes a list wait. */
export function recordCheck(
  database: SqlDatabase,
  identity: Identity,
  { environment, checkedAt }: Parameters<ConnectStore["recordCheck"]>[1],
) {
  const free = database
    .$with("free")
    .as(
      database
        .select({ userId: connectIdentities.userId })
        .from(connectIdentities)
        .where(isIt(identity, environment))
        .for("update", { skipLocked: true }),
    );
  const known = database.$with("known").as(
    database
      .update(connectIdentities)
      .set({ checkedAt })
      .where(and(isIt(identity, environment), sql`exists (select from free)`))
      .returning({ userId: connectIdentities.userId }),
  );
  return database
    .with(free, known)
    .insert(connectIdentities)
    .select(
      sql`select ${identity.id}::text, ${identity.type}::text, ${environment}::text,
        ${checkedAt.toISOString()}::timestamptz, null::timestamptz, null::timestamptz
        where not exists (select from connect_identities where ${isIt(identity, environment)})`,
    )
    .onConflictDoNothing();
}

/** Relies on the identity's lock: no connection may be inserted meanwhile. */
export function beginForgetting(
  database: SqlDatabase,
  identity: Identity,
  { environment, isHookPending, now }: Parameters<ConnectStore["beginForgetting"]>[1],
) {
  const sessions = database
    .$with("sessions")
    .as(
      database
        .delete(connectSessions)
        .where(ownedBy(connectSessions, identity))
        .returning({ id: connectSessions.id }),
    );
  const calls = database.$with("calls").as(deleteAgentCalls(database, identity));
  const begun = database.$with("begun").as(
    database
      .insert(pendingDeletions)
      .select(
        asDeletion(
          sql`${userConnections} u`,
          { reason: "disconnected", isHookPending, createdAt: now, completedAt: null },
          sql`u.user_id = ${identity.id} and u.identity_type = ${identity.type}
            and u.environment = ${environment} and u.connection_key is not null
            and not exists (select from pending_deletions d where d.connection_id = u.id
              and d.connection_key = u.connection_key and d.settled_at is null)`,
        ),
      )
      .returning({ id: pendingDeletions.id }),
  );
  return database
    .with(sessions, calls, begun)
    .insert(connectIdentities)
    .values({
      userId: identity.id,
      identityType: identity.type,
      environment,
      forgettingSince: now,
    })
    .onConflictDoUpdate({
      target: [
        connectIdentities.userId,
        connectIdentities.identityType,
        connectIdentities.environment,
      ],
      set: {
        checkedAt: null,
        forgettingSince: sql`coalesce(${connectIdentities.forgettingSince}, excluded.forgetting_since)`,
      },
    })
    .returning({ forgettingSince: connectIdentities.forgettingSince });
}

/** Relies on the identity's lock: no connection may be inserted meanwhile. */
export function removeIdentity(
  database: SqlDatabase,
  identity: Identity,
  { environment }: Parameters<ConnectStore["removeIdentity"]>[1],
) {
  const removed = database.$with("removed").as(
    database
      .delete(connectIdentities)
      .where(
        and(
          isIt(identity, environment),
          sql`not exists (select from user_connections u where u.user_id = ${identity.id}
            and u.identity_type = ${identity.type} and u.environment = ${environment}
            and u.connection_key is not null)`,
          sql`not exists (select from pending_deletions d where d.user_id = ${identity.id}
            and d.identity_type = ${identity.type} and d.environment = ${environment}
            and (d.settled_at is null or d.announce))`,
        ),
      )
      .returning({ forgettingSince: connectIdentities.forgettingSince }),
  );
  return database
    .with(removed)
    .update(pendingDeletions)
    .set({ name: null, account: null })
    .where(
      and(
        ownedBy(pendingDeletions, identity),
        eq(pendingDeletions.environment, environment),
        sql`exists (select from removed where forgetting_since is not null)`,
      ),
    );
}
