"use client";

import { useEffect } from "react";
import type { LatePart } from "./late-part.ts";

/** Loads code once it is likely to be needed, so that a press does not wait for it. */
export function useLikelyPart(part: LatePart<unknown>, isLikely: boolean): void {
  useEffect(() => {
    // Whoever needs it tries again, and says what is wrong.
    if (isLikely) part.get().catch(() => {});
  }, [part, isLikely]);
}
