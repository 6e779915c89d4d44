"use client";

import type { Connection, Connector } from "@authkit-ui/contract";
import { useCallback, useMemo } from "react";
import { connectionsByPlatform, type GalleryCard, galleryCard } from "./gallery-cards.ts";

/** What the cards are made of. */
export interface GalleryFacts {
  connectors: readonly Connector[];
  connections: readonly Connection[];
  /** Platform of the running connect session. */
  busy: string | null;
  /** Platform of the attempt that failed last. */
  failed: string | null;
}

/** Gives a platform's card: the same object as long as nothing about it has changed. */
export function useGalleryCards({
  connectors,
  connections,
  busy,
  failed,
}: GalleryFacts): (platform: string) => GalleryCard | undefined {
  const byPlatform = useMemo(
    () => new Map(connectors.map((connector) => [connector.platform, connector])),
    [connectors],
  );
  // Cards are made when they are asked for: a page of them, not ten thousand.
  const rest = useMemo(() => {
    const connected = connectionsByPlatform(connections);
    const cards = new Map<string, GalleryCard>();
    return { byPlatform, connected, cards };
  }, [byPlatform, connections]);

  return useCallback(
    (platform) => {
      const connector = rest.byPlatform.get(platform);
      if (!connector) return undefined;
      const isBusy = platform === busy;
      const hasFailed = platform === failed;
      const own = rest.connected.get(platform) ?? [];
      if (isBusy || hasFailed) return galleryCard(connector, own, { isBusy, hasFailed });
      const card = rest.cards.get(platform) ?? galleryCard(connector, own, { isBusy, hasFailed });
      rest.cards.set(platform, card);
      return card;
    },
    [rest, busy, failed],
  );
}
