"use client";

import { useRef, useState } from "react";
import { activeElementNear } from "./active-element.ts";
import type { LazyModule } from "./lazy-module.ts";

/** Where something stands that a button opens; `failed`: its code could not be loaded. */
type DisclosureState = "closed" | "waiting" | "open" | "failed";

/** What {@link useDisclosure} returns. */
export type Disclosure<Part> = ReturnType<typeof useDisclosure<Part>>;

/** What a button opens, a menu or a list, whose code may still have to come. */
export function useDisclosure<Part>(late: LazyModule<Part>) {
  const [state, setState] = useState<DisclosureState>("closed");
  const anchor = useRef<HTMLButtonElement>(null);
  // A press that closes it must not open it again.
  const wasOpen = useRef(false);

  function open() {
    if (late.now()) return setState("open");
    // What was pressed may go with the notice that it stands in.
    anchor.current?.focus();
    setState("waiting");
    const activeElement = activeElementNear(anchor.current);
    const end = (next: DisclosureState) =>
      setState((current) => (current === "waiting" ? next : current));
    late.get().then(
      // Who has gone on meanwhile, say to type, is not called back.
      () => end(activeElementNear(anchor.current) === activeElement ? "open" : "closed"),
      () => end("failed"),
    );
  }
  const close = () => setState("closed");

  return {
    /** As long as it is open. */
    part: state === "open" ? late.now() : null,
    hasFailed: state === "failed",
    open,
    close,
    /** For the button, which gets the focus back. */
    anchor,
    /** To be spread on it. */
    button: {
      "aria-expanded": state === "open",
      "aria-busy": state === "waiting" || undefined,
      onPointerDown() {
        wasOpen.current = state === "open" || state === "waiting";
      },
      onClick() {
        if (wasOpen.current) close();
        else open();
        wasOpen.current = false;
      },
    },
  };
}
