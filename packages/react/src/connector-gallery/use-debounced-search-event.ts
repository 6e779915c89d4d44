"use client";

import { useEffect, useRef } from "react";
import { useLatestGetter } from "../ui/use-latest-getter.ts";

/** Milliseconds without another letter after which a search has settled. */
const settleDelay = 500;

/**
 * Calls back once the typing has paused, so that a screen reader hears one result and not one for
 * each letter.
 *
 * @param isReady Whether there is something to search in yet.
 */
export function useDebouncedSearchEvent(
  search: string,
  isReady: boolean,
  onSettled: (search: string) => void,
): void {
  const latest = useLatestGetter(onSettled);
  const last = useRef(search);
  useEffect(() => {
    if (!isReady || search === last.current) return;
    const timer = setTimeout(() => {
      last.current = search;
      latest()(search);
    }, settleDelay);
    return () => clearTimeout(timer);
  }, [search, isReady, latest]);
}
