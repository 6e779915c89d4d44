"use client";

import type { Connection, Connector } from "@authkit-ui/contract";
import { useCallback, useMemo } from "react";
import { needsAttention } from "../data/sort-connections.ts";

/**
 * Where one connector stands for one viewer.
 *
 * - `available`: not connected yet; the whole card is its button.
 * - `connecting`: a connect session for it is running.
 * - `connected`, `needs-attention`: there are accounts.
 * - `error`: the last attempt failed.
 * - `unavailable`: this viewer may not connect it.
 */
export type CardState =
  | "available"
  | "connecting"
  | "connected"
  | "needs-attention"
  | "error"
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

/** The buttons of the cards that are in the document, by platform. */
export type CardButtons = Map<string, HTMLButtonElement>;

/** The viewer's connections, by platform. */
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
export function getGalleryCard(
  connector: Connector,
  connections: readonly Connection[],
  { isBusy, hasFailed }: { isBusy: boolean; hasFailed: boolean },
): GalleryCard {
  const broken =
    connections.find(
      (connection) => needsAttention(connection) && connection.can.reconnect === true,
    ) ?? null;
  const state = ((): CardState => {
    if (isBusy) return "connecting";
    if (hasFailed) return "error";
    if (connections.some(needsAttention)) return "needs-attention";
    if (connections.length > 0) return "connected";
    return connector.unavailable === undefined ? "available" : "unavailable";
  })();
  return { connector, state, accounts: connections.length, broken };
}

/** Options of {@link useGalleryCards}. */
export interface GalleryCardsOptions {
  connections: readonly Connection[];
  /** Platform of the running connect session. */
  busy: string | null;
  /** Platform of the attempt that failed last. */
  failed: string | null;
}

/** Returns a connector's card: the same object as long as nothing about it has changed. */
export function useGalleryCards({
  connections,
  busy,
  failed,
}: GalleryCardsOptions): (connector: Connector) => GalleryCard {
  const { byPlatform, cards } = useMemo(
    () => ({
      byPlatform: connectionsByPlatform(connections),
      cards: new WeakMap<Connector, GalleryCard>(),
    }),
    [connections],
  );

  return useCallback(
    (connector) => {
      const { platform } = connector;
      const own = byPlatform.get(platform) ?? [];
      const isBusy = platform === busy;
      const hasFailed = platform === failed;
      if (isBusy || hasFailed) return getGalleryCard(connector, own, { isBusy, hasFailed });
      const card = cards.get(connector) ?? getGalleryCard(connector, own, { isBusy, hasFailed });
      cards.set(connector, card);
      return card;
    },
    [byPlatform, cards, busy, failed],
  );
}
