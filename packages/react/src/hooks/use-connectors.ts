"use client";

import type { Connector } from "@authkit-ui/contract";
import { useQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import type { ConnectError } from "../api/connect-error.ts";
import { buildCatalog, type ConnectorCategory } from "../data/catalog.ts";
import { connectorsQuery } from "../data/connectors-query.ts";
import { toQueryStatus } from "../data/query-status.ts";
import { useMessagesContext } from "../messages/messages-context.ts";
import { useConnectContext } from "../provider/connect-context.ts";

/** What {@link useConnectors} returns. */
export interface UseConnectorsResult {
  /** `success` once there is data, even if a later refresh fails. */
  status: "pending" | "error" | "success";
  /** One per platform, A–Z by name in the provider's locale. Empty until `success`. */
  connectors: Connector[];
  /** A–Z, those without a category last. */
  categories: ConnectorCategory[];
  /** The last read failed; what is shown is older. */
  isOutdated: boolean;
  /** When what is shown was read, in milliseconds since 1970; `null` until `success`. */
  updatedAt: number | null;
  /** Asks again, now. Never rejects. */
  refresh: () => Promise<void>;
  /** Whether a read is running, the first one included. */
  isFetching: boolean;
  /** Why the last read failed, even if older data is shown. */
  error: ConnectError | null;
}

const empty = { connectors: [], categories: [] };

/**
 * Returns the catalog: everything that can be connected here. Components that use the hook share one
 * request.
 *
 * @example
 * const { connectors, status } = useConnectors();
 */
export function useConnectors(): UseConnectorsResult {
  const { store } = useConnectContext();
  const { locale } = useMessagesContext();
  const { api, keyParams, queryClient } = store;
  const query = useQuery(connectorsQuery(api, keyParams), queryClient);
  const refresh = useCallback(async () => {
    await queryClient.fetchQuery(connectorsQuery(api, keyParams, true)).catch(() => {});
  }, [api, keyParams, queryClient]);
  const state = toQueryStatus(query);
  const catalog = query.data ? buildCatalog(query.data, locale) : empty;
  return {
    ...state,
    connectors: catalog.connectors,
    get categories() {
      return catalog.categories;
    },
    isOutdated: state.status === "success" && state.error !== null,
    updatedAt: query.data ? query.dataUpdatedAt : null,
    refresh,
  };
}
