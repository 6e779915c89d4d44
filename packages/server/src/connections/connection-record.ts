import type { Connection } from "@authkit-ui/contract";
import type { Identity } from "../identity/identity.ts";
import type { StoredConnection, StoredDeletion } from "../store/connect-store.ts";

/** A connection as the product's own back end sees it: whose it is, and no one viewer's rights. */
export interface ConnectionRecord extends Omit<Connection, "can"> {
  identity: Identity;
}

/** A row as the wire has it, but for what somebody may do with it. */
export function toConnection(row: StoredConnection): Omit<Connection, "can"> {
  return {
    id: row.id,
    key: row.key,
    platform: row.platform,
    name: row.name || null,
    ...(row.account !== null && { account: row.account }),
    environment: row.environment,
    state: row.state,
    identityType: row.identity.type,
    ...(row.access && { access: row.access }),
    ...(row.connectedBy !== null && { connectedBy: row.connectedBy }),
    ...(row.lastUsedAt !== null && { lastUsedAt: row.lastUsedAt.toISOString() }),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export const toRecord = (row: StoredConnection): ConnectionRecord => ({
  ...toConnection(row),
  identity: row.identity,
});

/** What a connection was when it was disconnected. */
export function toLastRecord(row: StoredDeletion): ConnectionRecord {
  return {
    id: row.connectionId,
    key: row.key,
    platform: row.platform,
    name: row.name || null,
    ...(row.account !== null && { account: row.account }),
    environment: row.environment,
    state: "gone",
    identityType: row.identity.type,
    identity: row.identity,
    createdAt: row.connectionCreatedAt.toISOString(),
    updatedAt: row.createdAt.toISOString(),
  };
}
