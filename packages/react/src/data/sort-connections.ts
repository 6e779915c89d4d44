import type { Connection } from "@authkit-ui/contract";

/** Whether a person has to do something: sign in again, or let it go. */
export const needsAttention = ({ state }: Pick<Connection, "state">): boolean =>
  state === "failed" || state === "gone";

/** Needs-attention first, then newest first; `createdAt` is ISO 8601 in UTC, so it sorts as text. */
export function sortConnections(
  connections: readonly Connection[],
  platform: string | undefined,
): { connections: Connection[]; needsAttention: Connection[] } {
  const sorted = connections
    .filter((connection) => platform === undefined || connection.platform === platform)
    .sort(
      (a, b) =>
        Number(needsAttention(b)) - Number(needsAttention(a)) ||
        b.createdAt.localeCompare(a.createdAt) ||
        a.id.localeCompare(b.id),
    );
  return { connections: sorted, needsAttention: sorted.filter(needsAttention) };
}
