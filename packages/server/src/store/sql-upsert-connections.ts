import { sql } from "drizzle-orm";
import { sqlAttentionAfter } from "./attention.ts";
import type { SyncInput } from "./connect-store.ts";
import { connectIdentities, userConnections } from "./schema.ts";
import { connectionColumns, hasTombstone, type SqlDatabase } from "./sql-fragments.ts";

/**
 * One statement for any number of rows, which are passed as one JSON parameter. Sorted by key, so
 * that concurrent statements that write the same rows wait for each other instead of deadlocking.
 */
export function upsertConnections(
  database: SqlDatabase,
  { identity, environment, found, missing, pendingHook, attentionHooks: hooks, now }: SyncInput,
) {
  const at = sql`${now.toISOString()}::timestamptz`;
  const old = {
    needsAttention: sql`${userConnections.needsAttention}`,
    attentionEvent: sql`${userConnections.attentionEvent}`,
  };
  const lost = database.$with("lost").as(
    database
      .update(userConnections)
      .set({
        state: "gone",
        updatedAt: now,
        ...sqlAttentionAfter(old, { state: sql`'gone'`, event: sql`g."attentionEvent"`, hooks }),
      })
      .from(
        sql`jsonb_to_recordset(${JSON.stringify(missing)}::jsonb)
          as g(id uuid, key text, "attentionEvent" uuid)`,
      )
      .where(
        sql`${userConnections.userId} = ${identity.id}
          and ${userConnections.identityType} = ${identity.type}
          and ${userConnections.id} = g.id and ${userConnections.key} = g.key`,
      )
      .returning(connectionColumns),
  );
  const inserted = sqlAttentionAfter(
    { needsAttention: sql`false`, attentionEvent: sql`null::uuid` },
    { state: sql`f.state`, event: sql`f."newRowId"`, hooks },
  );
  const written = database.$with("written").as(
    database
      .insert(userConnections)
      .select(
        sql`select distinct on (f.key) f."newRowId", ${identity.id}::text, f.platform, f.key, ${environment}::text, f.state,
          ${at}, ${at}, ${identity.type}::text, f."picaId", f.name, null::text, ${pendingHook}::text,
          ${inserted.needsAttention}, ${inserted.attentionEvent}, null::text, null::timestamptz,
          null::text
          from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
            as f("newRowId" uuid, key text, "picaId" text, platform text, state text, name text)
          where not ${hasTombstone(sql`f.key`)}
          order by f.key`,
      )
      .onConflictDoUpdate({
        target: userConnections.key,
        set: {
          state: sql`excluded.state`,
          picaId: sql`excluded.pica_id`,
          name: sql`coalesce(${userConnections.name}, excluded.name)`,
          updatedAt: sql`case when ${userConnections.state} = excluded.state
            then ${userConnections.updatedAt} else excluded.updated_at end`,
          ...sqlAttentionAfter(old, {
            state: sql`excluded.state`,
            event: sql`excluded.id`,
            hooks,
          }),
        },
        setWhere: sql`${userConnections.userId} = excluded.user_id
          and ${userConnections.identityType} = excluded.identity_type`,
      })
      .returning(),
  );
  const known = database.$with("known").as(
    database
      .insert(connectIdentities)
      .select(
        sql`select ${identity.id}::text, ${identity.type}::text, ${environment}::text,
          null::timestamptz, null::timestamptz, null::timestamptz
          where exists (select from written)`,
      )
      .onConflictDoNothing()
      .returning({ userId: connectIdentities.userId }),
  );
  const changed = database
    .$with("changed")
    .as(database.select().from(written).unionAll(database.select().from(lost)));
  return database.with(lost, written, known, changed).select().from(changed);
}
