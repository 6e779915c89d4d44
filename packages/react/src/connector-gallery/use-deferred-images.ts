"use client";

import { useEffect, useState, useSyncExternalStore } from "react";

/** Milliseconds without another letter after which somebody counts as having typed. */
const restsAfter = 200;

const never = () => () => {};

/** Runs once the frame that is being prepared is on the screen. @returns Calls it off. */
function afterFrame(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(run);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/**
 * Whether logos that have not been shown yet still wait. Fetching and drawing two dozen of them
 * takes longer than the list itself: names come first, and no letter waits for the pictures of a
 * list that is gone by then. Markup from a server has its logos at once.
 */
export function useDeferredImages(search: string, isReady: boolean): boolean {
  const isServed = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const [shownFor, showFor] = useState(isServed && isReady ? search : null);
  useEffect(() => {
    if (!isReady || shownFor === search) return;
    const show = () => showFor(search);
    if (shownFor === null) return afterFrame(show);
    const timer = setTimeout(show, restsAfter);
    return () => clearTimeout(timer);
  }, [shownFor, search, isReady]);
  return shownFor !== search;
}
