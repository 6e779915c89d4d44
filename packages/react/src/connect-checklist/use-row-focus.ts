"use client";

import { type FocusEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import { focusElement, isFocusLost } from "../ui/active-element.ts";

/**
 * Moves the focus along a checklist: to the next open row once one is done, and also when the
 * focused button disappears, e.g. because another tab has connected the account.
 *
 * @param isIdle Whether no connect session is running. Its dialog returns the focus when it closes.
 */
export function useRowFocus(isIdle: boolean) {
  const root = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const focused = useRef<Element | null>(null);
  const [doneRow, setDoneRow] = useState<number | null>(null);

  /** @param from Index of the row after which the search begins. It wraps around. */
  function focusNext(from: number) {
    const rows = [...(root.current?.querySelectorAll("li") ?? [])];
    const inOrder = [...rows.slice(from + 1), ...rows.slice(0, from + 1)];
    const button = inOrder.map((row) => row.querySelector("button")).find(Boolean);
    focusElement(button ?? heading.current ?? rows[from]);
  }

  useEffect(() => {
    if (doneRow === null || !isIdle) return;
    setDoneRow(null);
    focusNext(doneRow);
  });

  useLayoutEffect(() => {
    const element = focused.current;
    if (!element || element.isConnected) return;
    focused.current = null;
    if (root.current && isFocusLost(root.current)) focusNext(-1);
  });

  return {
    root,
    heading,
    /** Called when the account of this row has just been connected. */
    moveOnFrom: setDoneRow,
    onFocus(event: FocusEvent<HTMLElement>) {
      focused.current = event.target;
    },
    onBlur() {
      focused.current = null;
    },
  };
}
