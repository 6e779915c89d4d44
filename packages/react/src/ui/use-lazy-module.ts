"use client";

import { useEffect, useState } from "react";
import type { LazyModule } from "./lazy-module.ts";

/**
 * Code that is shown once it is there; `null` until then. Rendered again, it tries again.
 *
 * @param isWanted Whether to get it, where it is not there.
 */
export function useLazyModule<Part>(late: LazyModule<Part>, isWanted = true): Part | null {
  const [, redraw] = useState(late.now);
  useEffect(() => {
    if (!isWanted || late.now()) return;
    // What stands in its place has to do: nobody has asked for it.
    late.get().then(
      () => redraw(late.now),
      () => {},
    );
  });
  return late.now();
}
