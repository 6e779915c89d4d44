import type {
  Connection,
  ConnectionsResponse,
  Connector,
  ConnectorsResponse,
  IdentityType,
} from "@authkit-ui/contract";
import type { QueryClient, UseQueryOptions } from "@tanstack/react-query";
import type { ConnectApi } from "../api/client.ts";
import { connectionsQuery } from "./connections-query.ts";
import { connectorsQuery } from "./connectors-query.ts";
import type { ConnectKeyParams } from "./query-keys.ts";

/** Data read on the server, as plain JSON, so that the first render already shows it. */
export interface InitialData {
  /** The catalog. */
  connectors?: ConnectorsResponse | Connector[] | undefined;
  /** The connections of the provider's identity type. */
  connections?: ConnectionsResponse | Connection[] | undefined;
}

/** Puts what the server has read into a cache that has not read it yet. */
export function hydrateInitialData(
  queryClient: QueryClient,
  api: Pick<ConnectApi, "listConnections" | "listConnectors">,
  keyParams: ConnectKeyParams,
  identityType: IdentityType,
  { connectors, connections }: InitialData = {},
): void {
  function seed<Answer>(options: UseQueryOptions<Answer>, answer: Answer | undefined) {
    if (!answer) return;
    // Not `setQueryData`, which would make the query of the client's defaults.
    const query = queryClient
      .getQueryCache()
      .build(queryClient, queryClient.defaultQueryOptions<Answer>(options));
    // Data that was read before keeps its age.
    if (query.state.data === undefined) query.setData(answer, { manual: true });
  }
  seed(
    connectorsQuery(api, keyParams),
    Array.isArray(connectors) ? { connectors, total: connectors.length } : connectors,
  );
  seed(
    connectionsQuery(api, keyParams, identityType, { queryClient }),
    Array.isArray(connections) ? { connections, stale: false, viewer: "" } : connections,
  );
}
