import { type RefObject, useRef, useState } from "react";
import { type LayerTrigger, layerTrigger } from "./layer-trigger.ts";

/** An opener for a story's dialog: put `place` into an element that stands before the dialog. */
export function useStoryTrigger(): {
  place: RefObject<HTMLSpanElement | null>;
  trigger: LayerTrigger;
} {
  const place = useRef<HTMLSpanElement>(null);
  // The dialog reads the container once it is in the document, which on a board is that of a frame.
  const [trigger] = useState(() => ({
    ...layerTrigger(null),
    get container() {
      return place.current;
    },
  }));
  return { place, trigger };
}
