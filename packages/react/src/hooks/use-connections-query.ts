"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { connectionsQuery } from "../data/connections-query.ts";
import { type QueryStatus, toQueryStatus } from "../data/query-status.ts";
import { sortConnections } from "../data/sort-connections.ts";
import { useConnectContext } from "../provider/connect-context.ts";

const none: Connection[] = [];

/** What `useConnections` shows, without what it can do. */
export interface ConnectionsQueryResult extends QueryStatus {
  /** Needs-attention first, then newest first. Empty until `success`. */
  connections: Connection[];
  /** Those in the state `failed` or `gone`. */
  needsAttention: Connection[];
  /** Pica could not be asked: the server's last known truth. */
  isOld: boolean;
  /** When it was read, in milliseconds since 1970. */
  readAt: number;
}

/** The accounts of one identity type, all or one platform's. */
export function useConnectionsQuery(
  identityType: IdentityType,
  platform: string | undefined,
): ConnectionsQueryResult {
  const { api, scope, queryClient } = useConnectContext().store;
  const query = useQuery(connectionsQuery(api, scope, identityType, { queryClient }), queryClient);
  const arranged = useMemo(
    () => sortConnections(query.data?.connections ?? none, platform),
    [query.data, platform],
  );
  return {
    ...toQueryStatus(query),
    ...arranged,
    isOld: query.data?.stale === true,
    readAt: query.dataUpdatedAt,
  };
}
