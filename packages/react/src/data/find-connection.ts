import type { Connection, ConnectionsResponse } from "@authkit-ui/contract";
import type { QueryClient } from "@tanstack/react-query";
import { ConnectError } from "../api/connect-error.ts";
import { findQuery } from "./query-defaults.ts";

/**
 * Finds a connection in the cached list.
 * @throws ConnectError `not_found` when the list that was read last does not have it.
 */
export function findConnection(
  queryClient: QueryClient,
  queryKey: readonly unknown[],
  id: string,
): Connection {
  const answer = findQuery(queryClient, queryKey)?.state.data as ConnectionsResponse | undefined;
  const connection = answer?.connections.find((other) => other.id === id);
  if (!connection) {
    throw new ConnectError(
      "not_found",
      `There is no connection "${id}" in the list that was read last.`,
    );
  }
  return connection;
}
