import { and, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import type { ConnectionFilter } from "./connect-store.ts";
import { userConnections } from "./schema.ts";
import { type SqlDatabase, unnamed } from "./sql-fragments.ts";

/**
 * Finds one connection by its id or key, or the connections of one identity. Rows from before this
 * kit may lack a key.
 */
export function prepareFindConnections(database: SqlDatabase) {
  const { id, userId, identityType, environment, key, createdAt } = userConnections;
  const find = (filter: SQL | undefined) =>
    database
      .select()
      .from(userConnections)
      .where(and(filter, eq(environment, sql.placeholder("environment")), isNotNull(key)))
      .orderBy(createdAt, id)
      .prepare(unnamed);
  const byId = find(eq(id, sql.placeholder("id")));
  const byKey = find(eq(key, sql.placeholder("key")));
  const byIdentity = find(
    and(eq(userId, sql.placeholder("userId")), eq(identityType, sql.placeholder("type"))),
  );

  return (filter: ConnectionFilter) => {
    if ("id" in filter) return byId.execute({ ...filter });
    if ("key" in filter) return byKey.execute({ ...filter });
    const { identity, environment } = filter;
    return byIdentity.execute({ userId: identity.id, type: identity.type, environment });
  };
}
