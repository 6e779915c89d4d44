import type { IdentityType } from "@authkit-ui/contract";

/** Whose data, from where: the first part of every query key and of the tab channel's name. */
export interface ConnectKeyParams {
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
  all: ({ endpoint, viewerKey }: ConnectKeyParams) => ["authkit-ui", endpoint, viewerKey] as const,
  /** The catalog. */
  connectors: (keyParams: ConnectKeyParams) =>
    [...connectKeys.all(keyParams), "connectors"] as const,
  /** One identity type's connections; without a type, those of all. */
  connections: (keyParams: ConnectKeyParams, identityType?: IdentityType) =>
    [
      ...connectKeys.all(keyParams),
      "connections",
      ...(identityType === undefined ? [] : [identityType]),
    ] as const,
  /** One request for a connection; without an id, all of them. */
  connectionRequests: (keyParams: ConnectKeyParams, id?: string) =>
    [
      ...connectKeys.all(keyParams),
      "connection-requests",
      ...(id === undefined ? [] : [id]),
    ] as const,
};
