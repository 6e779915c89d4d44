import type { Connection } from "@authkit-ui/contract";
import { needsAttention } from "./sort-connections.ts";

/** The accounts that a person has to mend. */
export interface Attention {
  total: number;
  /** The worst first. */
  connections: Connection[];
  /** The same by platform; a platform whose accounts are all well is absent. */
  byPlatform: Record<string, Connection[]>;
}

/**
 * Sorts broken connections, the worst first: one that the viewer may reconnect before one that only
 * somebody else can mend, one that asks for a sign-in before one whose access was taken away, and
 * what has been broken for longer first.
 */
export const byUrgency = (a: Connection, b: Connection): number =>
  Number(b.can.reconnect === true) - Number(a.can.reconnect === true) ||
  Number(b.state === "failed") - Number(a.state === "failed") ||
  a.updatedAt.localeCompare(b.updatedAt) ||
  a.id.localeCompare(b.id);

/** Picks the accounts that need attention out of a viewer's connections. */
export function attentionOf(connections: readonly Connection[]): Attention {
  const broken = connections.filter(needsAttention).sort(byUrgency);
  // Without a prototype, so that no platform's id is taken for a member of every object.
  const byPlatform: Record<string, Connection[]> = Object.create(null);
  for (const connection of broken) {
    const { platform } = connection;
    byPlatform[platform] = [...(byPlatform[platform] ?? []), connection];
  }
  return { total: broken.length, connections: broken, byPlatform };
}
