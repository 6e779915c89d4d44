import type { Connection, ConnectionsResponse, IdentityType } from "@authkit-ui/contract";
import type { UseQueryOptions } from "@tanstack/react-query";
import type { ConnectClient } from "../api/client.ts";
import { queryRetry } from "../api/query-retry.ts";
import { queryDefaults } from "./query-defaults.ts";
import { type ConnectScope, scopeKey } from "./query-keys.ts";

/** Key of one identity type's connections; without a type, of all of them. */
export const connectionsKey = (scope: ConnectScope, identityType?: IdentityType) =>
  [
    ...scopeKey(scope),
    "connections",
    ...(identityType === undefined ? [] : [identityType]),
  ] as const;

/** Changes in flight, by connection id, for the lists that are read meanwhile; null: it goes. */
export type PendingChanges = Map<string, Partial<Connection> | null>;

/**
 * TanStack Query's options for one identity type's connections: fresh for 30 seconds, read again
 * when the window gets the focus, since a sign-in may have ended elsewhere.
 */
export const connectionsQuery = (
  client: Pick<ConnectClient, "listConnections">,
  scope: ConnectScope,
  identityType: IdentityType,
  { fresh = false, pending }: { fresh?: boolean; pending?: PendingChanges } = {},
) =>
  ({
    queryKey: connectionsKey(scope, identityType),
    queryFn: async ({ signal }): Promise<ConnectionsResponse> => {
      const answer = await client.listConnections(identityType, signal, fresh);
      const connections = answer.connections.flatMap((connection) => {
        const change = pending?.get(connection.id);
        return change === null ? [] : { ...connection, ...change };
      });
      return { ...answer, connections };
    },
    staleTime: fresh ? 0 : 30_000,
    ...queryDefaults,
    ...queryRetry,
    // Not by `queryOptions()`, whose types another version of TanStack Query does not have.
  }) satisfies UseQueryOptions<ConnectionsResponse>;
