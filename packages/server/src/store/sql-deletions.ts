import { and, countDistinct, eq, getTableColumns, gte, isNotNull, isNull, sql } from "drizzle-orm";
import type { Identity } from "../identity/identity.ts";
import type { ConnectStore, DeletionOutcome, StoredDeletion } from "./connect-store.ts";
import { pendingDeletions } from "./schema.ts";
import { ownedBy, type SqlDatabase } from "./sql-fragments.ts";

/**
 * Claims a deletion, unless a row has the key: then it is completed as `merged`. A disconnect is
 * claimed by a copy, which stays open when the request that began the disconnect withdraws its own.
 */
export function claimDeletion(
  database: SqlDatabase,
  { id }: Pick<StoredDeletion, "id">,
  { claimId, now }: { claimId: string; now: Date },
) {
  const open = database.$with("open").as(
    database
      .select()
      .from(pendingDeletions)
      .where(and(eq(pendingDeletions.id, id), isNull(pendingDeletions.completedAt))),
  );
  const kept = database.$with("kept").as(
    database
      .update(pendingDeletions)
      .set({ reason: "merged", completedAt: now, isHookPending: false })
      .where(
        and(
          eq(pendingDeletions.id, id),
          isNull(pendingDeletions.completedAt),
          sql`exists (select from user_connections u
            where u.connection_key = ${pendingDeletions.key}
              and not (${pendingDeletions.reason} = 'disconnected'
                and u.id = ${pendingDeletions.connectionId}))`,
        ),
      )
      .returning({ id: pendingDeletions.id }),
  );
  const claimable = sql`not exists (select from kept)`;
  const claim = database.$with("claim").as(
    database
      .insert(pendingDeletions)
      .select(
        sql`select ${claimId}::uuid, connection_id, user_id, identity_type, platform,
          connection_key, environment, pica_id, name, account, reason, announce,
          connection_created_at, created_at, settled_at, outcome
          from open where reason = 'disconnected' and ${claimable}`,
      )
      .returning({ id: pendingDeletions.id }),
  );
  return database
    .with(open, kept, claim)
    .select({
      ...getTableColumns(pendingDeletions),
      id: sql<string>`coalesce((select id from claim), ${pendingDeletions.id})`.as("claimed_id"),
    })
    .from(pendingDeletions)
    .where(and(eq(pendingDeletions.id, id), sql`exists (select from open)`, claimable));
}

/** Completes every open deletion of the key. */
export function completeDeletions(
  database: SqlDatabase,
  id: string,
  { outcome, now }: { outcome: DeletionOutcome; now: Date },
) {
  return database
    .update(pendingDeletions)
    .set({ completedAt: now, isHookPending: false, outcome })
    .where(
      and(
        isNull(pendingDeletions.completedAt),
        sql`(${pendingDeletions.connectionId}, ${pendingDeletions.key}) in (
          select connection_id, connection_key from pending_deletions where id = ${id})`,
      ),
    );
}

/** Counts keys, because each attempt to disconnect a key has its own row. */
export async function countDeletions(
  database: SqlDatabase,
  identity: Identity,
  { environment, since }: Parameters<ConnectStore["countDeletions"]>[1],
): Promise<Record<DeletionOutcome, number>> {
  const rows = await database
    .select({ outcome: pendingDeletions.outcome, count: countDistinct(pendingDeletions.key) })
    .from(pendingDeletions)
    .where(
      and(
        ownedBy(pendingDeletions, identity),
        eq(pendingDeletions.environment, environment),
        gte(pendingDeletions.completedAt, since),
        isNotNull(pendingDeletions.outcome),
      ),
    )
    .groupBy(pendingDeletions.outcome);
  const countOf = (outcome: DeletionOutcome) =>
    rows.find((row) => row.outcome === outcome)?.count ?? 0;
  return { deleted: countOf("deleted"), absent: countOf("absent") };
}
