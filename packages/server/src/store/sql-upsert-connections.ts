import { sql } from "drizzle-orm";
import type { SyncInput } from "./connect-store.ts";
import { userConnections } from "./schema.ts";
import { hasTombstone, type SqlDatabase } from "./sql-fragments.ts";

/**
 * One statement for any number of rows, which are passed as one JSON parameter. Sorted by key, so
 * that concurrent statements that write the same rows wait for each other instead of deadlocking.
 */
export function upsertConnections(
  database: SqlDatabase,
  { identity, environment, found, missing, pendingHook, now }: SyncInput,
) {
  const at = sql`${now.toISOString()}::timestamptz`;
  const lost = database.$with("lost").as(
    database
      .update(userConnections)
      .set({ state: "gone", updatedAt: now })
      .where(
        sql`${userConnections.userId} = ${identity.id}
          and ${userConnections.identityType} = ${identity.type}
          and (${userConnections.id}, ${userConnections.key}) in (
            select id, key from jsonb_to_recordset(${JSON.stringify(missing)}::jsonb) as g(id uuid, key text)
          )`,
      )
      .returning({ id: userConnections.id }),
  );
  return database
    .with(lost)
    .insert(userConnections)
    .select(
      sql`select distinct on (f.key) f.id, ${identity.id}::text, f.platform, f.key, ${environment}::text, f.state,
        ${at}, ${at}, ${identity.type}::text, f."picaId", f.name, null::text, ${pendingHook}::text
        from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
          as f(id uuid, key text, "picaId" text, platform text, state text, name text)
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
      },
      setWhere: sql`${userConnections.userId} = excluded.user_id
        and ${userConnections.identityType} = excluded.identity_type`,
    })
    .returning();
}
