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
  /** Last known truth: Pica, or our server, could not be asked just now. */
  isStale: boolean;
  /** When what is shown was true, in milliseconds since 1970; `null` when that is not known. */
  updatedAt: number | null;
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
  const state = readState(query);
  const isReady = state.status === "ready";
  return {
    ...state,
    ...arranged,
    isStale: isReady && (state.error !== null || query.data?.stale === true),
    updatedAt: isReady && query.data?.stale !== true ? query.dataUpdatedAt : null,
  };
}
