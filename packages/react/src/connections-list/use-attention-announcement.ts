"use client";

import { useEffect, useRef } from "react";

/**
 * Says how many accounts need attention: once they are known, and again when there are more.
 *
 * @param count `null` while it is not known.
 */
export function useAttentionAnnouncement(
  count: number | null,
  say: (count: number) => string,
  announce: (sentence: string) => void,
): void {
  const last = useRef(0);
  useEffect(() => {
    if (count === null) return;
    if (count > last.current) announce(say(count));
    last.current = count;
  }, [count, say, announce]);
}
