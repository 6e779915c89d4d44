import type { Connection } from "@authkit-ui/contract";
import { needsAttention } from "./sort-connections.ts";

/** The accounts that need attention. */
export interface Attention {
  total: number;
  /** The worst first. */
  connections: Connection[];
  /** The same accounts by platform. Platforms whose accounts all work are absent. */
  byPlatform: Record<string, Connection[]>;
}

/**
 * Sorts broken connections, the worst first: those that the viewer may reconnect before those that
 * only somebody else can, an expired sign-in before a revoked access, and longer broken ones first.
 */
export const byUrgency = (a: Connection, b: Connection): number =>
  Number(b.can.reconnect === true) - Number(a.can.reconnect === true) ||
  Number(b.state === "failed") - Number(a.state === "failed") ||
  a.updatedAt.localeCompare(b.updatedAt) ||
  a.id.localeCompare(b.id);

/** Picks the accounts that need attention out of a viewer's connections. */
export function attentionOf(connections: readonly Connection[]): Attention {
  const broken = connections.filter(needsAttention).sort(byUrgency);
  // Without a prototype, so that no platform's id matches a property of `Object`.
  const byPlatform: Record<string, Connection[]> = Object.create(null);
  for (const connection of broken) {
    const { platform } = connection;
    byPlatform[platform] = [...(byPlatform[platform] ?? []), connection];
  }
  return { total: broken.length, connections: broken, byPlatform };
}
