"use client";

import type { Connector } from "@authkit-ui/contract";
import { useEffect } from "react";
import { prepareSearch } from "./search-index.ts";

/** Milliseconds at a time: a key that is pressed meanwhile waits no longer than that. */
const slice = 5;

/** Prepares a catalog while nothing else is to be done, so that the first letter does not wait. */
export function usePreparedSearch(connectors: readonly Connector[]): void {
  useEffect(() => {
    // Safari has no idle callbacks: a moment after the last work is the next best.
    const hasIdle = typeof requestIdleCallback === "function";
    const later = (run: () => void): number =>
      hasIdle ? requestIdleCallback(run) : Number(setTimeout(run, 50));
    const prepare = () => {
      const end = performance.now() + slice;
      if (!prepareSearch(connectors, () => performance.now() < end)) handle = later(prepare);
    };
    let handle = later(prepare);
    return () => (hasIdle ? cancelIdleCallback(handle) : clearTimeout(handle));
  }, [connectors]);
}
