import type { Connection, ConnectionsResponse, IdentityType } from "@authkit-ui/contract";
import { ConnectError } from "../api/connect-error.ts";
import type { Engine } from "../provider/engine.ts";
import { connectionsKey } from "./queries.ts";

/** A connection of the list that was read last. */
export const findConnection = (
  { queryClient, scope }: Engine,
  identityType: IdentityType,
  id: string,
): Connection | undefined =>
  queryClient
    .getQueryData<ConnectionsResponse>(connectionsKey(scope, identityType))
    ?.connections.find((connection) => connection.id === id);

/** What is said of one that is not in it. */
export const unknownConnection = (id: string): ConnectError =>
  new ConnectError("not_found", `There is no connection "${id}" in the list that was read last.`);
