"use client";

import { useEffect } from "react";
import type { LazyModule } from "./lazy-module.ts";

/** Loads code once it is likely to be needed, so that a press does not wait for it. */
export function usePreloadModule(part: LazyModule<unknown>, isLikely: boolean): void {
  useEffect(() => {
    // Whoever needs it tries again, and says what is wrong.
    if (isLikely) part.get().catch(() => {});
  }, [part, isLikely]);
}
