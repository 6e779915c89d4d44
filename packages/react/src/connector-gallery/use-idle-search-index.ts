"use client";

import type { Connector } from "@authkit-ui/contract";
import { useEffect } from "react";
import { prepareSearch } from "../data/search-index.ts";
import { whenIdle } from "../ui/when-idle.ts";

/** Milliseconds at a time: a key that is pressed meanwhile waits no longer than that. */
const slice = 5;

/**
 * Prepares a catalog while nothing else is to be done, so that the first letter does not wait.
 *
 * @param isHeld Not yet: what is to be seen first comes first.
 */
export function useIdleSearchIndex(connectors: readonly Connector[], isHeld: boolean): void {
  useEffect(() => {
    if (isHeld) return;
    let cancel: () => void;
    const later = () => {
      cancel = whenIdle(() => {
        const end = performance.now() + slice;
        if (!prepareSearch(connectors, () => performance.now() < end)) later();
      });
    };
    later();
    return () => cancel();
  }, [connectors, isHeld]);
}
