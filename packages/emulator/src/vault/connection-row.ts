import type { EmulatorState } from "../emulator-state.ts";
import type { Connection } from "./connection.ts";

const iso = (moment: number) => new Date(moment).toISOString();

/** A connection as `/v1/vault/connections` answers it. */
export function connectionRow(emulator: EmulatorState, connection: Connection) {
  const connector = emulator.catalog.byPlatform(connection.platform);
  const row = {
    id: connection.id,
    platformVersion: "1.0.0",
    name: connection.name,
    type: "api",
    key: connection.key,
    environment: connection.environment,
    platform: connection.platform,
    identity: connection.identity,
    identityType: connection.identityType,
    description: connector?.description ?? "",
    state: connection.state,
    tags: connection.tags,
    version: "1.0.0",
    active: connection.active,
  };
  if (emulator.options.generation === "pica")
    return { ...row, createdAt: iso(connection.createdAt) };
  // One's vault rows carry no dates, but a picture and a title.
  return {
    ...row,
    connector: connection.platform,
    image: connector?.image ?? "",
    title: connection.name,
  };
}

/**
 * A connection as the hosted page reports it in `LINK_SUCCESS`: `ConnectionRecord` of the types in
 * `@picahq/authkit` 1.0.10. It has no `state`, and its `_id` is not the vault's `id`: one public
 * app reads the vault again to learn that. Only the key names the connection in both.
 */
export const connectionRecord = (connection: Connection, connectorId: number) => ({
  _id: `conn::${connection.id.replaceAll("-", "").slice(0, 11)}::${connection.id.replaceAll("-", "").slice(11)}`,
  platformVersion: "1.0.0",
  connectionDefinitionId: `conn_def::${connectorId}`,
  name: connection.name ?? connection.key,
  key: connection.key,
  environment: connection.environment,
  platform: connection.platform,
  secretsServiceId: crypto.randomUUID(),
  identity: connection.identity ?? undefined,
  identityType: connection.identityType ?? undefined,
  settings: { parseWebhookBody: true, showSecret: false, allowCustomEvents: false, oauth: false },
  throughput: { key: connection.key, limit: 100 },
  createdAt: connection.createdAt,
  updatedAt: connection.updatedAt,
  updated: false,
  version: "1.0.0",
  lastModifiedBy: "system",
  deleted: false,
  tags: connection.tags,
  active: connection.active,
  deprecated: false,
});
