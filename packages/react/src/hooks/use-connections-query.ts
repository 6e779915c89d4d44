"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { connectionsQuery } from "../data/connections-query.ts";
import { type QueryStatus, toQueryStatus } from "../data/query-status.ts";
import { sortConnections } from "../data/sort-connections.ts";
import { useConnectContext } from "../provider/connect-context.ts";

const none: Connection[] = [];

/** The data of `useConnections`, without its changes. */
export interface ConnectionsQueryResult extends QueryStatus {
  /**
   * Accounts that need attention come first, the others by platform, the oldest first. Empty until
   * `success`.
   */
  connections: Connection[];
  /** Those in the state `failed` or `gone`. */
  attentionConnections: Connection[];
  /** The server could not ask Pica, and answered with what it knew last. */
  isServerStale: boolean;
  /** When the list was last read, in milliseconds since 1970. */
  dataUpdatedAt: number;
}

/** The accounts of one identity type, all or one platform's. */
export function useConnectionsQuery(
  identityType: IdentityType,
  platform: string | undefined,
): ConnectionsQueryResult {
  const { api, keyParams, queryClient } = useConnectContext().store;
  const query = useQuery(
    connectionsQuery(api, keyParams, identityType, { queryClient }),
    queryClient,
  );
  const sorted = useMemo(
    () => sortConnections(query.data?.connections ?? none, platform),
    [query.data, platform],
  );
  return {
    ...toQueryStatus(query),
    ...sorted,
    isServerStale: query.data?.stale === true,
    dataUpdatedAt: query.dataUpdatedAt,
  };
}
