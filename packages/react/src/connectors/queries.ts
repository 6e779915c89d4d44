import type { ConnectorsResponse } from "@authkit-ui/contract";
import type { UseQueryOptions } from "@tanstack/react-query";
import type { ConnectClient } from "../api/client.ts";
import { retries } from "../api/retry.ts";
import { queryDefaults } from "../provider/query-defaults.ts";
import { type ConnectScope, scopeKey } from "../provider/scope.ts";

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
    ...retries,
    // Not by `queryOptions()`, whose types another version of TanStack Query does not have.
  }) satisfies UseQueryOptions<ConnectorsResponse>;
