"use client";

import { useCallback, useEffect, useState } from "react";
import { loadPart } from "../api/load-part.ts";

/**
 * A part of the kit that not every page needs. It is loaded once it is likely to be needed; whoever
 * needs it now waits for it with `get`.
 *
 * @param load A constant: another function would load another part.
 */
export function usePart<Part>(
  load: () => Promise<Part>,
  isLikely: boolean,
): {
  /** `null` until it is there. */
  part: Part | null;
  /** @throws ConnectError `network` */
  get: () => Promise<void>;
} {
  const [loaded, setLoaded] = useState<{ part: Part } | null>(null);
  const get = useCallback(async () => {
    const part = await loadPart(load);
    setLoaded({ part });
  }, [load]);
  useEffect(() => {
    // Whoever needs it tries again, and says what is wrong.
    if (isLikely) get().catch(() => {});
  }, [isLikely, get]);
  return { part: loaded?.part ?? null, get };
}
