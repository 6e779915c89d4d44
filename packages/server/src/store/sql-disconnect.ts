import { and, eq, isNull, sql } from "drizzle-orm";
import type { Identity } from "../identity/identity.ts";
import { pendingDeletions, userConnections } from "./schema.ts";
import { asDeletion, ownedBy, type SqlDatabase } from "./sql-fragments.ts";

const mine = (id: string, identity: Identity) =>
  and(eq(userConnections.id, id), ownedBy(userConnections, identity));

/** Writes down what is meant. Each attempt has a deletion of its own, so that each can be withdrawn. */
export function beginDisconnect(
  database: SqlDatabase,
  id: string,
  identity: Identity,
  { deletionId, pendingHook }: { deletionId: string; pendingHook: boolean },
  now: Date,
) {
  const target = database
    .$with("target")
    .as(database.select().from(userConnections).where(mine(id, identity)).for("update"));
  const begun = database.$with("begun").as(
    database
      .insert(pendingDeletions)
      .select(
        asDeletion(sql`target`, {
          id: deletionId,
          reason: "disconnected",
          pendingHook,
          createdAt: now,
          completedAt: null,
        }),
      )
      .returning({ id: pendingDeletions.id }),
  );
  return database.with(target, begun).select().from(target);
}

/** Moves the row to the deletions, in place of the open ones that said that it was to go there. */
export function finishDisconnect(
  database: SqlDatabase,
  id: string,
  identity: Identity,
  { key, pendingHook, now }: { key: string; pendingHook: boolean; now: Date },
) {
  const removed = database.$with("removed").as(
    database
      .delete(userConnections)
      .where(and(mine(id, identity), eq(userConnections.key, key)))
      .returning(),
  );
  const note = database.$with("note").as(
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
    .with(removed, note)
    .insert(pendingDeletions)
    .select(
      asDeletion(sql`removed`, {
        reason: "disconnected",
        pendingHook,
        createdAt: now,
        completedAt: now,
      }),
    )
    .returning();
}
