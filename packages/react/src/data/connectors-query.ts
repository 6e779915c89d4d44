import type { ConnectorsResponse } from "@authkit-ui/contract";
import type { UseQueryOptions } from "@tanstack/react-query";
import type { ConnectClient } from "../api/client.ts";
import { queryRetry } from "../api/query-retry.ts";
import { queryDefaults } from "./query-defaults.ts";
import { type ConnectScope, scopeKey } from "./query-keys.ts";

/** Key of the catalog. */
export const connectorsKey = (scope: ConnectScope) => [...scopeKey(scope), "connectors"] as const;

/**
 * TanStack Query's options for the catalog, fresh for five minutes. A read that the server limits
 * is repeated when its `Retry-After` has passed.
 */
export const connectorsQuery = (
  client: Pick<ConnectClient, "listConnectors">,
  scope: ConnectScope,
  fresh = false,
) =>
  ({
    queryKey: connectorsKey(scope),
    queryFn: ({ signal }) => client.listConnectors(signal, fresh),
    staleTime: fresh ? 0 : 300_000,
    ...queryDefaults,
    ...queryRetry,
    // Not by `queryOptions()`, whose types another version of TanStack Query does not have.
  }) satisfies UseQueryOptions<ConnectorsResponse>;
