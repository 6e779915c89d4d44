"use client";

import type { Connection, IdentityType } from "@authkit-ui/contract";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useConnectContext } from "../provider/connect-context.ts";
import { type ReadState, readState } from "../provider/read-state.ts";
import { arrangeConnections } from "./needs-attention.ts";
import { connectionsQuery } from "./queries.ts";

const none: Connection[] = [];

/** What `useConnections` shows, without what it can do. */
export interface ReadConnections extends ReadState {
  /** Needs-attention first, then newest first. Empty until `ready`. */
  connections: Connection[];
  /** Those in the state `failed` or `gone`. */
  needsAttention: Connection[];
  /** Pica could not be asked: the server's last known truth. */
  isOld: boolean;
  /** When it was read, in milliseconds since 1970. */
  readAt: number;
}

/** The accounts of one identity type, all or one platform's. */
export function useReadConnections(
  identityType: IdentityType,
  platform: string | undefined,
): ReadConnections {
  const { client, scope, queryClient, pending } = useConnectContext().engine;
  const query = useQuery(connectionsQuery(client, scope, identityType, { pending }), queryClient);
  const arranged = useMemo(
    () => arrangeConnections(query.data?.connections ?? none, platform),
    [query.data, platform],
  );
  return {
    ...readState(query),
    ...arranged,
    isOld: query.data?.stale === true,
    readAt: query.dataUpdatedAt,
  };
}
