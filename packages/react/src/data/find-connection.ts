import type { Connection, ConnectionsResponse, IdentityType } from "@authkit-ui/contract";
import { ConnectError } from "../api/connect-error.ts";
import type { ConnectStore } from "../provider/connect-store.ts";
import { connectionsKey } from "./connections-query.ts";
import { findQuery } from "./query-defaults.ts";

/** A connection of the list that was read last. */
export function findConnection(
  { queryClient, scope }: ConnectStore,
  identityType: IdentityType,
  id: string,
): Connection | undefined {
  const query = findQuery(queryClient, connectionsKey(scope, identityType));
  const answer = query?.state.data as ConnectionsResponse | undefined;
  return answer?.connections.find((connection) => connection.id === id);
}

/** What is said of one that is not in it. */
export const unknownConnection = (id: string): ConnectError =>
  new ConnectError("not_found", `There is no connection "${id}" in the list that was read last.`);
