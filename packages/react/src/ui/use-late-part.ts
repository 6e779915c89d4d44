"use client";

import { useEffect, useState } from "react";
import type { LatePart } from "./late-part.ts";

/** Code that is shown once it is there; `null` until then. Rendered again, it tries again. */
export function useLatePart<Part>(late: LatePart<Part>): Part | null {
  const [, redraw] = useState(late.now);
  useEffect(() => {
    if (late.now()) return;
    // What stands in its place has to do: nobody has asked for it.
    late.get().then(
      () => redraw(late.now),
      () => {},
    );
  });
  return late.now();
}
