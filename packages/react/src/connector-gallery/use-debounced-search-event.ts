"use client";

import { useEffect, useRef } from "react";
import { useLatestGetter } from "../ui/use-latest-getter.ts";

/** Milliseconds of silence after which a search counts as settled. */
const settlesAfter = 500;

/**
 * Tells once what a search has led to, when the typing has come to rest.
 *
 * @param isReady There is something to find it in.
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
    }, settlesAfter);
    return () => clearTimeout(timer);
  }, [search, isReady, latest]);
}
