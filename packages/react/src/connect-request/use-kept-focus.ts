"use client";

import { type FocusEvent, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { activeElementNear, focusElement, isFocusLost } from "../ui/active-element.ts";

/**
 * Moves the focus to the card's text when the focused button disappears, also while the connect
 * dialog is open, which would return the focus to that button.
 *
 * @param isConnecting Whether the dialog is this card's, also after a redirect to a provider.
 * @param isSessionRunning Whether the dialog may be open.
 */
export function useKeptFocus(
  root: RefObject<HTMLElement | null>,
  { isConnecting, isSessionRunning }: { isConnecting: boolean; isSessionRunning: boolean },
) {
  const text = useRef<HTMLElement>(null);
  const focused = useRef<Element | null>(null);
  /** The dialog belongs to this card. */
  const isOpener = useRef(false);

  function recover() {
    if (root.current && isFocusLost(root.current)) focusElement(text.current);
  }

  useLayoutEffect(() => {
    const element = focused.current;
    if (!element || element.isConnected) return;
    focused.current = null;
    recover();
  });

  useEffect(() => {
    if (isSessionRunning) {
      if (isConnecting) isOpener.current = true;
      return;
    }
    // The dialog has closed before this effect, and its opener may be gone. React has not told of
    // the focus that it gave back.
    if (isOpener.current) {
      recover();
      const active = activeElementNear(root.current);
      if (active && root.current?.contains(active)) focused.current = active;
    }
    isOpener.current = false;
  });

  return {
    text,
    onFocus(event: FocusEvent<HTMLElement>) {
      focused.current = event.target;
    },
    onBlur() {
      focused.current = null;
    },
  };
}
