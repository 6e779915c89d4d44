import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { Identity } from "../identity/identity.ts";
import type { DeletionOutcome, DeletionReason } from "./connect-store.ts";
import {
  type agentCalls,
  type connectIdentities,
  type connectSessions,
  type pendingDeletions,
  userConnections,
} from "./schema.ts";

/** Any Drizzle database that speaks PostgreSQL. */
export type SqlDatabase = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/**
 * The name of prepared statements: none. Poolers that give each transaction another connection
 * (PgBouncer before 1.21, Supavisor) do not support named ones.
 */
export const unnamed = "";

/** Whether a row is the identity's: both the type and the id are compared. */
export const ownedBy = (
  table:
    | typeof userConnections
    | typeof connectSessions
    | typeof pendingDeletions
    | typeof connectIdentities
    | typeof agentCalls,
  identity: Identity,
) => and(eq(table.userId, identity.id), eq(table.identityType, identity.type));

/** Whether a deletion of the key forbids to insert it. */
export const hasTombstone = (key: SQL, where: SQL = sql`true`) => sql`exists (
  select from pending_deletions d
  where d.connection_key = ${key} and d.reason <> 'merged' and ${where})`;

/** `SELECT` that turns rows of `user_connections` into rows of `pending_deletions`. */
export function asDeletion(
  source: SQL,
  values: {
    /** A random one when absent. */
    id?: string | undefined;
    reason: DeletionReason;
    isHookPending: boolean;
    createdAt: Date;
    completedAt: Date | null;
    outcome?: DeletionOutcome | undefined;
  },
  where: SQL = sql`true`,
): SQL {
  const completedAt = values.completedAt?.toISOString() ?? null;
  const id = values.id === undefined ? sql`gen_random_uuid()` : sql`${values.id}::uuid`;
  return sql`select ${id}, id, user_id, identity_type, platform, connection_key,
    environment, pica_id, name, account, ${values.reason}::text, ${values.isHookPending}::boolean,
    created_at, ${values.createdAt.toISOString()}::timestamptz, ${completedAt}::timestamptz,
    ${values.outcome ?? null}::text
    from ${source} where ${where}`;
}

/** The columns of `user_connections` alone, where a statement joins others. */
export const connectionColumns = getTableColumns(userConnections);
