import { and, eq, sql } from "drizzle-orm";
import type { Identity } from "../identity/identity.ts";
import { sqlAttentionAfter } from "./attention.ts";
import type { ConnectionChange } from "./connect-store.ts";
import { pendingDeletions, userConnections } from "./schema.ts";
import {
  asDeletion,
  connectionColumns,
  hasTombstone,
  ownedBy,
  type SqlDatabase,
} from "./sql-fragments.ts";

/**
 * A reconnect in one statement: the old key is added to the deletions, a row that a synchronization
 * inserted for the new key is moved there too, and the connection gets the new key. The update joins
 * the count of removed rows, so that PostgreSQL removes them before it checks the unique index. It
 * relies on the identity's lock: its conditions on other rows must not change while it runs.
 */
export function replaceKey(
  database: SqlDatabase,
  id: string,
  identity: Identity,
  {
    replacement,
    since,
    pendingHook,
    attentionHooks,
    pendingHookOfMerged,
  }: Extract<ConnectionChange, { replacement: unknown }>,
  now: Date,
) {
  const mine = and(eq(userConnections.id, id), ownedBy(userConnections, identity));
  const established = sql`exists (select from user_connections e
    where e.connection_key = ${replacement.key} and e.id <> ${id}
      and (e.created_at <= ${since.toISOString()}::timestamptz
        or e.user_id <> ${identity.id} or e.identity_type <> ${identity.type}))`;
  const target = database.$with("target").as(
    database
      .select()
      .from(userConnections)
      .where(and(mine, sql`not ${hasTombstone(sql`${replacement.key}`)} and not ${established}`))
      .for("update"),
  );
  const duplicate = database.$with("duplicate").as(
    database
      .delete(userConnections)
      .where(
        and(
          eq(userConnections.key, replacement.key),
          ownedBy(userConnections, identity),
          sql`${userConnections.id} <> ${id} and exists (select from target)`,
        ),
      )
      .returning(),
  );
  const merged = database.$with("merged").as(
    database
      .insert(pendingDeletions)
      .select(
        asDeletion(sql`duplicate`, {
          reason: "merged",
          isHookPending: pendingHookOfMerged,
          createdAt: now,
          completedAt: now,
        }),
      )
      .returning({ id: pendingDeletions.id }),
  );
  const pending = database.$with("pending").as(
    database
      .insert(pendingDeletions)
      .select(
        asDeletion(
          sql`target`,
          { reason: "reconnected", isHookPending: false, createdAt: now, completedAt: null },
          sql`connection_key <> ${replacement.key}`,
        ),
      )
      .returning({ id: pendingDeletions.id }),
  );
  return database
    .with(target, duplicate, merged, pending)
    .update(userConnections)
    .set({
      key: replacement.key,
      picaId: replacement.picaId,
      state: replacement.state,
      name: sql`coalesce(${userConnections.name}, ${replacement.name}::text)`,
      pendingHook,
      ...sqlAttentionAfter(
        {
          needsAttention: sql`${userConnections.needsAttention}`,
          attentionEvent: sql`${userConnections.attentionEvent}`,
        },
        {
          state: sql`${replacement.state}::text`,
          event: sql`${replacement.newRowId}`,
          hooks: attentionHooks,
        },
      ),
      updatedAt: now,
    })
    .from(sql`(select count(*) from duplicate) as removed`)
    .where(and(eq(userConnections.id, id), sql`exists (select from target)`))
    .returning(connectionColumns);
}
