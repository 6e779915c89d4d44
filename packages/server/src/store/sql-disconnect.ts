import { and, eq, isNull, sql } from "drizzle-orm";
import type { Identity } from "../identity/identity.ts";
import type { DeletionOutcome } from "./connect-store.ts";
import { pendingDeletions, userConnections } from "./schema.ts";
import { asDeletion, ownedBy, type SqlDatabase } from "./sql-fragments.ts";

const isOwned = (id: string, identity: Identity) =>
  and(eq(userConnections.id, id), ownedBy(userConnections, identity));

/** Adds an open deletion. Each attempt has its own, so that each can be withdrawn. */
export function beginDisconnect(
  database: SqlDatabase,
  id: string,
  identity: Identity,
  { deletionId, isHookPending }: { deletionId: string; isHookPending: boolean },
  now: Date,
) {
  const target = database
    .$with("target")
    .as(database.select().from(userConnections).where(isOwned(id, identity)).for("update"));
  const begun = database.$with("begun").as(
    database
      .insert(pendingDeletions)
      .select(
        asDeletion(sql`target`, {
          id: deletionId,
          reason: "disconnected",
          isHookPending,
          createdAt: now,
          completedAt: null,
        }),
      )
      .returning({ id: pendingDeletions.id }),
  );
  return database.with(target, begun).select().from(target);
}

/** Moves the row to the deletions, where it replaces the open ones of the same key. */
export function finishDisconnect(
  database: SqlDatabase,
  id: string,
  identity: Identity,
  {
    key,
    isHookPending,
    outcome,
    now,
  }: { key: string; isHookPending: boolean; outcome: DeletionOutcome; now: Date },
) {
  const removed = database.$with("removed").as(
    database
      .delete(userConnections)
      .where(and(isOwned(id, identity), eq(userConnections.key, key)))
      .returning(),
  );
  const openDeletions = database.$with("open_deletions").as(
    database
      .delete(pendingDeletions)
      .where(
        and(
          isNull(pendingDeletions.completedAt),
          sql`exists (select from removed where removed.id = ${pendingDeletions.connectionId}
            and removed.connection_key = ${pendingDeletions.key})`,
        ),
      )
      .returning({ id: pendingDeletions.id }),
  );
  return database
    .with(removed, openDeletions)
    .insert(pendingDeletions)
    .select(
      asDeletion(sql`removed`, {
        reason: "disconnected",
        isHookPending,
        createdAt: now,
        completedAt: now,
        outcome,
      }),
    )
    .returning();
}
