"use client";

import * as Slot from "radix-ui/slot";
import {
  type KeyboardEventHandler,
  type ReactNode,
  type RefObject,
  useLayoutEffect,
  useRef,
} from "react";
import { activeElementNear, ownerWindow } from "./active-element.ts";
import { onEscapeKeydown } from "./escape-keydown.ts";
import { useExit } from "./exit-presence.tsx";
import { useLatestGetter } from "./use-latest-getter.ts";

/** Props of {@link Popover}. */
export interface PopoverProps {
  role: "menu" | "dialog";
  label: string;
  className: string;
  /**
   * Which edges of anchor and popover meet.
   * @default "end"
   */
  align?: "start" | "end" | undefined;
  /** The button that opened it. It gets the focus back. */
  anchor: RefObject<HTMLElement | null>;
  /** Called for Escape, a press elsewhere, or another popover. The owner then unmounts it. */
  onClose: () => void;
  onKeyDown?: KeyboardEventHandler<HTMLElement> | undefined;
  /** Finds the element that gets the focus first. */
  focusFirst: (popover: HTMLElement) => HTMLElement | null | undefined;
  children: ReactNode;
}

let anchorCount = 0;

/**
 * A native popover, open as long as it is mounted, or until its `ExitPresence` lets it leave: then
 * it is closed at once, and only drawn until its exit animation ends. It is rendered beside its
 * anchor, so that every library of a host takes it for a part of the host's own layer, and the
 * browser draws it above all.
 */
export function Popover(props: PopoverProps) {
  const { role, label, className, align = "end", anchor, children } = props;
  const popover = useRef<HTMLDivElement>(null);
  const latest = useLatestGetter(props);
  const { isOpen, ref: exitRef } = useExit();

  // A popover that leaves stays at its button, whichever button the next one opens at.
  useLayoutEffect(() => {
    const button = anchor.current;
    if (!button) return;
    anchorCount += 1;
    const name = `--ak-anchor-${anchorCount}`;
    button.style.setProperty("anchor-name", name);
    popover.current?.style.setProperty("position-anchor", name);
    return () => void button.style.removeProperty("anchor-name");
  }, [anchor]);

  useLayoutEffect(() => {
    const element = popover.current;
    const button = anchor.current;
    if (!element || !button) return;
    const giveFocusBack = () => {
      if (element.contains(activeElementNear(element))) button.focus();
    };
    // React puts the focus back to where it was before the commit. Only `inert` prevents that, which
    // jsdom does not have.
    if (!isOpen) return giveFocusBack();
    element.inert = false;
    element.showPopover?.();
    if (!ownerWindow(element).CSS?.supports?.("position-area", "block-end")) {
      positionFallback(element, button, align);
    }
    latest().focusFirst(element)?.focus();

    const onToggle = (event: ToggleEvent) => {
      if (event.newState === "closed") latest().onClose();
    };
    const stopListening = onEscapeKeydown(element, () => latest().onClose());
    // Not "beforetoggle": Chromium reports a popover that is removed within it.
    element.addEventListener("toggle", onToggle);
    return () => {
      element.removeEventListener("toggle", onToggle);
      stopListening();
      giveFocusBack();
      element.hidePopover?.();
      // Closed, it may still be drawn, and must not be reached.
      element.inert = true;
    };
  }, [anchor, align, latest, isOpen]);

  return (
    <Slot.Root ref={exitRef}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its role is in a variable */}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: its role is in a variable */}
      <div
        ref={popover}
        popover="auto"
        role={role}
        aria-label={label}
        className={`ak-popover ${className}`}
        data-align={align}
        data-state={isOpen ? "open" : "closed"}
        onKeyDown={props.onKeyDown}
        // A card that can be pressed is around the button, and not around what opens above it.
        onClick={(event) => event.stopPropagation()}
      >
        {children}
      </div>
    </Slot.Root>
  );
}

/** For browsers without CSS anchor positioning. It does not follow when the page scrolls. */
function positionFallback(popover: HTMLElement, anchor: HTMLElement, align: "start" | "end") {
  const view = ownerWindow(anchor);
  const box = anchor.getBoundingClientRect();
  const { width, height } = popover.getBoundingClientRect();
  const isRtl = view.getComputedStyle(anchor).direction === "rtl";
  const left = (align === "start") === isRtl ? box.right - width : box.left;
  const below = box.bottom + height <= view.innerHeight;
  popover.style.left = `${Math.max(8, Math.min(left, view.innerWidth - width - 8))}px`;
  popover.style.top = `${below ? box.bottom : Math.max(8, box.top - height - 8)}px`;
}
