import type { IdentityType } from "@authkit-ui/contract";

/** Whose data, from where: the first part of every query key and of the tab channel's name. */
export interface ConnectScope {
  endpoint: string;
  viewerKey: string;
}

/**
 * The keys under which TanStack Query keeps the kit's data, each a prefix of the more specific ones.
 *
 * @example
 * queryClient.invalidateQueries({ queryKey: connectKeys.connections({ endpoint, viewerKey }) });
 */
export const connectKeys = {
  /** Everything of one viewer at one endpoint. */
  all: ({ endpoint, viewerKey }: ConnectScope) => ["authkit-ui", endpoint, viewerKey] as const,
  /** The catalog. */
  connectors: (scope: ConnectScope) => [...connectKeys.all(scope), "connectors"] as const,
  /** One identity type's connections; without a type, those of all. */
  connections: (scope: ConnectScope, identityType?: IdentityType) =>
    [
      ...connectKeys.all(scope),
      "connections",
      ...(identityType === undefined ? [] : [identityType]),
    ] as const,
  /** One request for a connection; without an id, all of them. */
  connectionRequests: (scope: ConnectScope, id?: string) =>
    [...connectKeys.all(scope), "connection-requests", ...(id === undefined ? [] : [id])] as const,
};
