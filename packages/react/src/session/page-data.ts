import type { Connection, Connector } from "@authkit-ui/contract";
import { changeConnections } from "../connections/change-connections.ts";
import { connectionsKey } from "../connections/queries.ts";
import { connectorsQuery } from "../connectors/queries.ts";
import type { Engine } from "../provider/engine.ts";

/** A platform's entry in the page's catalog, which is read if it was not, or `null`. */
export async function findInCatalog(
  { client, queryClient, scope }: Engine,
  platform: string,
): Promise<Connector | null> {
  const { connectors } = await queryClient.fetchQuery(connectorsQuery(client, scope));
  return connectors.find((connector) => connector.platform === platform) ?? null;
}

/** Puts a stored connection into the page's lists, before anyone else hears of it. */
export function addToList(engine: Engine, connection: Connection): void {
  const { id, identityType } = connection;
  changeConnections(
    engine.queryClient,
    connectionsKey(engine.scope, identityType),
    (connections) => [connection, ...connections.filter((other) => other.id !== id)],
  );
  engine.refreshConnections(identityType);
}
