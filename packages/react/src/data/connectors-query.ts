import type { ConnectorsResponse } from "@authkit-ui/contract";
import type { UseQueryOptions } from "@tanstack/react-query";
import type { ConnectApi } from "../api/client.ts";
import { queryRetry } from "../api/query-retry.ts";
import { queryDefaults } from "./query-defaults.ts";
import { type ConnectKeyParams, connectKeys } from "./query-keys.ts";

/**
 * TanStack Query's options for the catalog, fresh for five minutes. A read that the server limits
 * is repeated when its `Retry-After` has passed.
 */
export const connectorsQuery = (
  api: Pick<ConnectApi, "listConnectors">,
  keyParams: ConnectKeyParams,
  bypassCache = false,
) =>
  ({
    queryKey: connectKeys.connectors(keyParams),
    queryFn: ({ signal }) => api.listConnectors(signal, bypassCache),
    staleTime: bypassCache ? 0 : 300_000,
    ...queryDefaults,
    ...queryRetry,
    // Not `queryOptions()`: its types differ between the versions of TanStack Query.
  }) satisfies UseQueryOptions<ConnectorsResponse>;
