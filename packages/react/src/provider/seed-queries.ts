import type { IdentityType } from "@authkit-ui/contract";
import type { QueryClient } from "@tanstack/react-query";
import { connectionsKey } from "../connections/queries.ts";
import { connectorsKey } from "../connectors/queries.ts";
import type { InitialData } from "./connect-provider-props.ts";
import type { ConnectScope } from "./scope.ts";

/** Puts what the server has read into a cache that has not read it yet. */
export function seedQueries(
  queryClient: QueryClient,
  scope: ConnectScope,
  identityType: IdentityType,
  { connectors, connections }: InitialData = {},
): void {
  const seed = (key: readonly unknown[], answer: object | undefined) =>
    // What is known keeps its age.
    queryClient.setQueryData(key, (known) => (known ? undefined : answer));
  seed(
    connectorsKey(scope),
    Array.isArray(connectors) ? { connectors, total: connectors.length } : connectors,
  );
  seed(
    connectionsKey(scope, identityType),
    Array.isArray(connections) ? { connections, stale: false, viewer: "" } : connections,
  );
}
