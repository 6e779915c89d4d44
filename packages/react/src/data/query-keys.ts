/** Whose data, from where: the first part of every query key and of the tab channel's name. */
export interface ConnectScope {
  endpoint: string;
  viewerKey: string;
}

/** Key of everything that was loaded in a scope; a prefix of every other key of the kit. */
export const scopeKey = ({ endpoint, viewerKey }: ConnectScope) =>
  ["authkit-ui", endpoint, viewerKey] as const;
