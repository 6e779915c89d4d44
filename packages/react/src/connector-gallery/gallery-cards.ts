import type { Connection, Connector } from "@authkit-ui/contract";
import { needsAttention } from "../data/sort-connections.ts";

/**
 * Where one connector stands for one viewer.
 *
 * - `available`: not connected yet; the whole card is its button.
 * - `busy`: a connect session for it is running.
 * - `connected`, `needs-attention`: there are accounts.
 * - `problem`: the last attempt failed.
 * - `unavailable`: this viewer may not connect it.
 */
export type CardState =
  | "available"
  | "busy"
  | "connected"
  | "needs-attention"
  | "problem"
  | "unavailable";

/** One connector, with what this viewer has of it. */
export interface GalleryCard {
  connector: Connector;
  state: CardState;
  /** How many accounts are connected. */
  accounts: number;
  /** The account to sign in to again, if that is what to do. */
  broken: Connection | null;
}

/** What the viewer has, by platform. */
export function connectionsByPlatform(
  connections: readonly Connection[],
): Map<string, readonly Connection[]> {
  const byPlatform = new Map<string, Connection[]>();
  for (const connection of connections) {
    const others = byPlatform.get(connection.platform);
    if (others) others.push(connection);
    else byPlatform.set(connection.platform, [connection]);
  }
  return byPlatform;
}

/** Puts a connector together with what is known about it. */
export function galleryCard(
  connector: Connector,
  connections: readonly Connection[],
  facts: { isBusy: boolean; hasFailed: boolean },
): GalleryCard {
  const broken =
    connections.find(
      (connection) => needsAttention(connection) && connection.can.reconnect === true,
    ) ?? null;
  const state = ((): CardState => {
    if (facts.isBusy) return "busy";
    if (facts.hasFailed) return "problem";
    if (connections.some(needsAttention)) return "needs-attention";
    if (connections.length > 0) return "connected";
    return connector.unavailable === undefined ? "available" : "unavailable";
  })();
  return { connector, state, accounts: connections.length, broken };
}
