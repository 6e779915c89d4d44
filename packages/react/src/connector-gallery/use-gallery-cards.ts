"use client";

import type { Connection, Connector } from "@authkit-ui/contract";
import { useCallback, useMemo } from "react";
import { connectionsByPlatform, type GalleryCard, galleryCard } from "./gallery-cards.ts";

/** What the cards are made of. */
export interface GalleryFacts {
  connections: readonly Connection[];
  /** Platform of the running connect session. */
  busy: string | null;
  /** Platform of the attempt that failed last. */
  failed: string | null;
}

/** Gives a connector's card: the same object as long as nothing about it has changed. */
export function useGalleryCards({
  connections,
  busy,
  failed,
}: GalleryFacts): (connector: Connector) => GalleryCard {
  // Cards are made when they are asked for: a page of them, not ten thousand.
  const rest = useMemo(
    () => ({
      connected: connectionsByPlatform(connections),
      cards: new WeakMap<Connector, GalleryCard>(),
    }),
    [connections],
  );

  return useCallback(
    (connector) => {
      const { platform } = connector;
      const isBusy = platform === busy;
      const hasFailed = platform === failed;
      const own = rest.connected.get(platform) ?? [];
      if (isBusy || hasFailed) return galleryCard(connector, own, { isBusy, hasFailed });
      const card = rest.cards.get(connector) ?? galleryCard(connector, own, { isBusy, hasFailed });
      rest.cards.set(connector, card);
      return card;
    },
    [rest, busy, failed],
  );
}
