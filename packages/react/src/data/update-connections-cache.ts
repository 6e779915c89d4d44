import type { Connection, ConnectionsResponse } from "@authkit-ui/contract";
import type { QueryClient } from "@tanstack/react-query";
import { findQuery } from "./query-defaults.ts";

/** Changes the list in the cache; a list that was never read stays unread. */
export function updateConnectionsCache(
  queryClient: QueryClient,
  key: readonly unknown[],
  change: (connections: Connection[]) => Connection[],
): void {
  const query = findQuery(queryClient, key);
  const answer = query?.state.data as ConnectionsResponse | undefined;
  if (!query || !answer) return;
  query.setData({ ...answer, connections: change(answer.connections) }, { manual: true });
}
