import type { Connection, ConnectionsResponse } from "@authkit-ui/contract";
import type { QueryClient } from "@tanstack/react-query";

/** Changes the list in the cache; a list that was never read stays unread. */
export function changeConnections(
  queryClient: QueryClient,
  key: readonly unknown[],
  change: (connections: Connection[]) => Connection[],
): void {
  queryClient.setQueryData<ConnectionsResponse>(
    key,
    (answer) => answer && { ...answer, connections: change(answer.connections) },
  );
}
