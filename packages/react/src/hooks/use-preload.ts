"use client";

import type { FocusEvent } from "react";
import { useConnectContext } from "../provider/connect-context.ts";

/**
 * For the element around whatever starts a session: when the pointer or the focus comes near, the
 * dialog and AuthKit are loaded, so that the press does not wait for them.
 */
export function usePreload() {
  const { preload } = useConnectContext().store;
  return {
    onPointerEnter: preload,
    onFocus(event: FocusEvent<HTMLElement>) {
      // Loading would delay the first letter of a person who is about to type.
      if (event.target.localName !== "input") preload();
    },
  };
}
