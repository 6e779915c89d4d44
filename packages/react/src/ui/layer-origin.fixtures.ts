import { type RefObject, useRef, useState } from "react";
import { type LayerOrigin, layerOrigin } from "./layer-origin.ts";

/** An opener for a story's dialog: put `place` into an element that stands before the dialog. */
export function useStoryOrigin(): {
  place: RefObject<HTMLSpanElement | null>;
  openedFrom: LayerOrigin;
} {
  const place = useRef<HTMLSpanElement>(null);
  // The dialog reads the container once it is in the document, which on a board is that of a frame.
  const [openedFrom] = useState(() => ({
    ...layerOrigin(null),
    get container() {
      return place.current;
    },
  }));
  return { place, openedFrom };
}
