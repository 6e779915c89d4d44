import type { Connection } from "@authkit-ui/contract";

/** Whether a person has to do something: sign in again, or let it go. */
export const needsAttention = ({ state }: Pick<Connection, "state">): boolean =>
  state === "failed" || state === "gone";

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Needs-attention first, then by platform, so that its accounts stand together, the oldest first. By
 * nothing that changes: a row keeps its place when it is renamed, and when the catalog arrives, which
 * tells the platforms' names. `createdAt` is ISO 8601 in UTC, so it sorts as text.
 */
export function sortConnections(
  connections: readonly Connection[],
  platform: string | undefined,
): { connections: Connection[]; needsAttention: Connection[] } {
  const sorted = connections
    .filter((connection) => platform === undefined || connection.platform === platform)
    .sort(
      (a, b) =>
        Number(needsAttention(b)) - Number(needsAttention(a)) ||
        compare(a.platform, b.platform) ||
        compare(a.createdAt, b.createdAt) ||
        compare(a.id, b.id),
    );
  return { connections: sorted, needsAttention: sorted.filter(needsAttention) };
}
