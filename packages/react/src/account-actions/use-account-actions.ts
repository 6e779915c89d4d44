"use client";

import { type MouseEvent, useEffect, useRef, useState } from "react";
import { activeElementNear } from "../ui/active-element.ts";
import { lazyChunk } from "../ui/lazy-chunk.ts";

/** The menus, the rename form, the question before a disconnect, and the row that follows it. */
export const accountActions = lazyChunk(() => import("./account-actions.ts"));

/**
 * Loads the account actions when they are wanted, which is once there are accounts.
 *
 * @returns Their components, or `null` until they are loaded.
 */
export function useAccountActionsChunk(isWanted: boolean) {
  const [actions, setActions] = useState(accountActions.current);
  useEffect(() => {
    if (!isWanted || actions) return;
    // A press on a button that needs them tries again, and reports a failure.
    accountActions.load().then(setActions, () => {});
  }, [isWanted, actions]);
  return actions ?? accountActions.current();
}

/** `loading` and `failed` are about the menu's code. */
type MenuState = "closed" | "loading" | "open" | "failed";

/** What {@link useActionsMenu} returns. */
export type ActionsMenu = ReturnType<typeof useActionsMenu>;

/**
 * Opens and closes a menu of account actions. The button itself is rendered with the page, so that it
 * stays the same element; a press that comes before the menu's code opens the menu as soon as the
 * code is there.
 */
export function useActionsMenu() {
  const [state, setState] = useState<MenuState>("closed");
  const button = useRef<HTMLElement | null>(null);
  const wasOpen = useRef(false);

  function open() {
    if (accountActions.current()) return setState("open");
    // The pressed element may be a Retry button that disappears with its message.
    button.current?.focus();
    setState("loading");
    const focused = activeElementNear(button.current);
    const finish = (next: MenuState) =>
      setState((current) => (current === "loading" ? next : current));
    accountActions.load().then(
      // People who have moved on meanwhile, e.g. to type, keep their focus.
      () => finish(activeElementNear(button.current) === focused ? "open" : "closed"),
      () => finish("failed"),
    );
  }
  const close = () => setState("closed");

  return {
    isOpen: state === "open",
    hasFailed: state === "failed",
    open,
    close,
    /** Ref of the menu's button. */
    button,
    /** Props of the menu's button. */
    buttonProps: {
      "aria-expanded": state === "open",
      "aria-busy": state === "loading" || undefined,
      // Any press outside the menu closes it before the click: that click must not reopen it.
      onPointerDown() {
        wasOpen.current = state === "open" || state === "loading";
      },
      onClick({ currentTarget }: MouseEvent<HTMLElement>) {
        // A product's own button may take no ref.
        button.current ??= currentTarget;
        if (wasOpen.current) close();
        else open();
        wasOpen.current = false;
      },
    },
  };
}
