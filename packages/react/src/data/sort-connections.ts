import type { Connection } from "@authkit-ui/contract";

/** Whether a person has to do something: sign in again, or let it go. */
export const needsAttention = ({ state }: Pick<Connection, "state">): boolean =>
  state === "failed" || state === "gone";

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Sorts accounts that need attention first, then by platform, then the oldest first. It uses no
 * value that can change later, so a row keeps its place when it is renamed or when the catalog
 * brings the platforms' names. `createdAt` is ISO 8601 in UTC, so it sorts as text.
 *
 * @param isFirst Which accounts come first. @default those that need attention
 */
export function sortConnections(
  connections: readonly Connection[],
  platform: string | undefined,
  isFirst: (connection: Connection) => boolean = needsAttention,
): { connections: Connection[]; attentionConnections: Connection[] } {
  const sorted = connections
    .filter((connection) => platform === undefined || connection.platform === platform)
    .sort(
      (a, b) =>
        Number(isFirst(b)) - Number(isFirst(a)) ||
        compare(a.platform, b.platform) ||
        compare(a.createdAt, b.createdAt) ||
        compare(a.id, b.id),
    );
  return { connections: sorted, attentionConnections: sorted.filter(needsAttention) };
}
