import type { ConnectionsResponse, IdentityType } from "@authkit-ui/contract";
import type { QueryClient, UseQueryOptions } from "@tanstack/react-query";
import type { ConnectApi } from "../api/client.ts";
import { queryRetry } from "../api/query-retry.ts";
import { withPendingMutations } from "./connection-mutations.ts";
import { queryDefaults } from "./query-defaults.ts";
import { type ConnectKeyParams, connectKeys } from "./query-keys.ts";

/**
 * TanStack Query's options for one identity type's connections: fresh for 30 seconds, read again
 * when the window gets the focus, since a sign-in may have ended elsewhere.
 */
export const connectionsQuery = (
  api: Pick<ConnectApi, "listConnections">,
  keyParams: ConnectKeyParams,
  identityType: IdentityType,
  {
    queryClient,
    bypassCache = false,
  }: { queryClient?: QueryClient | undefined; bypassCache?: boolean | undefined } = {},
) =>
  ({
    queryKey: connectKeys.connections(keyParams, identityType),
    queryFn: async ({ signal, client = queryClient }): Promise<ConnectionsResponse> => {
      const answer = await api.listConnections(identityType, signal, bypassCache);
      const { connections } = answer;
      return {
        ...answer,
        connections: client
          ? withPendingMutations(
              client,
              connectKeys.connections(keyParams, identityType),
              connections,
            )
          : connections,
      };
    },
    staleTime: bypassCache ? 0 : 30_000,
    ...queryDefaults,
    ...queryRetry,
    // Not `queryOptions()`: its types differ between the versions of TanStack Query.
  }) satisfies UseQueryOptions<ConnectionsResponse>;
