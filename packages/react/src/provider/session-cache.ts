import type { Connection, Connector } from "@authkit-ui/contract";
import { connectionsKey } from "../data/connections-query.ts";
import { connectorsQuery } from "../data/connectors-query.ts";
import { updateConnectionsCache } from "../data/update-connections-cache.ts";
import type { ConnectStore } from "./connect-store.ts";

/** A platform's entry in the page's catalog, which is read if it was not, or `null`. */
export async function findInCatalog(
  { client, queryClient, scope }: ConnectStore,
  platform: string,
): Promise<Connector | null> {
  const { connectors } = await queryClient.fetchQuery(connectorsQuery(client, scope));
  return connectors.find((connector) => connector.platform === platform) ?? null;
}

/** Puts a stored connection into the page's lists, before anyone else hears of it. */
export function addToList(store: ConnectStore, connection: Connection): void {
  const { id, identityType } = connection;
  updateConnectionsCache(
    store.queryClient,
    connectionsKey(store.scope, identityType),
    (connections) => [connection, ...connections.filter((other) => other.id !== id)],
  );
  store.refreshConnections(identityType);
}
