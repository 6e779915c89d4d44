"use client";

import * as Slot from "radix-ui/slot";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { activeElementNear, focusElement, ownerWindow } from "./active-element.ts";
import { onEscapeKeydown } from "./escape-keydown.ts";
import { useExit } from "./exit-presence.tsx";
import { type LayerOrigin, presentOrigin } from "./layer-origin.ts";
import { createLayerElement, parkLayer, placeLayer, rescueLayer } from "./layer-place.ts";
import { parkCallbacks } from "./park-dialogs.ts";
import { preventPageScroll } from "./prevent-page-scroll.ts";
import { useLatestGetter } from "./use-latest-getter.ts";

/** Props of {@link Dialog}. */
export interface DialogProps {
  /** @default "dialog" */
  role?: "dialog" | "alertdialog" | undefined;
  /** Id of the element that names it. */
  labelledBy: string;
  /** Id of the element that explains it. */
  describedBy?: string | undefined;
  className: string;
  /** Stands in `data-phase`. */
  phase?: string | undefined;
  dir?: "ltr" | "rtl" | undefined;
  lang?: string | undefined;
  "data-ak-theme"?: "light" | "dark" | undefined;
  /** What opened it: it stands beside it, and gives the focus back to it. */
  openedFrom: LayerOrigin;
  /** The provider's own element, beside which it stands when nothing around its opener is left. */
  providerElement: () => Element | null;
  /** Escape, the platform's own way back, or the host's modal around it is out of sight. */
  onClose: () => void;
  /** Where the focus goes afterwards; the owner unmounts it. @default the opener */
  focusAfter?: (() => HTMLElement | null) | undefined;
  /** Gets the focus first. @default the dialog itself */
  focusFirst?: (() => HTMLElement | null) | undefined;
  children: ReactNode;
}

/** The kit's open dialogs, the topmost last: only that one hears Escape. */
const open: HTMLDialogElement[] = [];

/** Events by which a host's layer notices that something happened outside it. */
const outsideEvents = ["pointerdown", "mousedown", "touchstart", "click", "focusin", "focusout"];

/**
 * A native modal dialog, open as long as it is mounted, or until its `ExitPresence` lets it leave:
 * then it is closed and gives the focus back at once, and is only drawn until its exit animation
 * ends. It stands in the document beside what opened it, because a host's focus trap lets nobody out,
 * and keeps its clicks, its focus and Escape from the host's layer, which would close itself.
 */
export function Dialog(props: DialogProps) {
  const { role, labelledBy, describedBy, className, phase, dir, lang, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const latest = useLatestGetter(props);
  const { isOpen, ref: exitRef } = useExit();
  const [openedFrom] = useState(() => presentOrigin(props.openedFrom));
  // A server has no document: there it renders in place.
  const [layer] = useState(() => (typeof document === "undefined" ? null : createLayerElement()));
  const isMounted = useRef(false);

  useLayoutEffect(() => {
    const element = dialog.current;
    isMounted.current = true;
    return () => {
      isMounted.current = false;
      // A script of the page may have removed it, and React throws if it is not where it was rendered.
      if (element && layer && element.parentNode !== layer) layer.append(element);
      // StrictMode unmounts and mounts again at once, which must not load a frame anew.
      queueMicrotask(() => {
        if (!isMounted.current) layer?.remove();
      });
    };
  }, [layer]);

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element || !layer) return;
    const giveFocusBack = () => focusElement(latest().focusAfter?.() ?? openedFrom.opener);
    if (!isOpen) {
      // React puts the focus back to where it was before the commit. Only `inert` prevents that, which
      // jsdom does not have.
      const focused = activeElementNear(element) as HTMLElement | null;
      if (!element.contains(focused)) return;
      focused?.blur();
      return giveFocusBack();
    }
    let isOver = false;
    element.inert = false;
    const stop = (event: Event) => event.stopPropagation();
    for (const type of outsideEvents) layer.addEventListener(type, stop);
    const stopScrolling = preventPageScroll(element);
    const close = () => latest().onClose();
    const hasPlace = layer.isConnected || placeLayer(layer, openedFrom, latest().providerElement());
    if (hasPlace) show(element, latest());
    // Without any place left it cannot be shown; its owner learns of it once it is mounted.
    else queueMicrotask(close);
    const view = ownerWindow(element);
    open.push(element);

    const look = () => {
      if (isOver || element.getClientRects().length > 0) return;
      // Removed by a script of the page.
      if (!layer.contains(element)) return close();
      if (!rescueLayer(layer, openedFrom, latest().providerElement())) return close();
      if (!element.matches(":modal")) {
        // It was removed from the document and put back: no longer modal, though still marked as open.
        element.close();
        show(element, latest());
      }
      if (element.getClientRects().length === 0) close();
    };
    // A dialog that the host hides must not keep the page inert, so its size is watched. The work is
    // put off: an observer that changes a size while it runs reports an error to the page.
    const sizeObserver =
      view.ResizeObserver && new view.ResizeObserver(() => void view.setTimeout(look));
    sizeObserver?.observe(element);
    const park = () => parkLayer(layer, openedFrom, latest().providerElement(), close);
    parkCallbacks.add(park);
    // A dialog in a popup window ends with that window. Our own page may come back from the cache.
    if (view !== window) view.addEventListener("pagehide", close);
    const stopListening = onEscapeKeydown(element, close, () => open.at(-1) === element);
    return () => {
      isOver = true;
      sizeObserver?.disconnect();
      parkCallbacks.delete(park);
      view.removeEventListener("pagehide", close);
      stopListening();
      stopScrolling();
      open.splice(open.indexOf(element), 1);
      element.close?.();
      for (const type of outsideEvents) layer.removeEventListener(type, stop);
      giveFocusBack();
      // Closed, it may still be drawn, and must not be reached.
      element.inert = true;
    };
  }, [layer, openedFrom, latest, isOpen]);

  const node = (
    // In React a click bubbles out of the portal, to a card around the kit that can be pressed.
    <Slot.Root ref={exitRef} onClick={(event) => event.stopPropagation()}>
      <dialog
        ref={dialog}
        role={role}
        aria-labelledby={labelledBy}
        aria-describedby={describedBy}
        className={className}
        data-state={isOpen ? "open" : "closed"}
        data-phase={phase}
        dir={dir}
        lang={lang}
        data-ak-theme={props["data-ak-theme"]}
        tabIndex={-1}
        onCancel={(event) => {
          event.preventDefault();
          event.stopPropagation();
          props.onClose();
        }}
        // In React both bubble, to a host's `onClose` too: MUI's dialog closes by it.
        onClose={(event) => event.stopPropagation()}
      >
        {children}
      </dialog>
    </Slot.Root>
  );
  return layer ? createPortal(node, layer) : node;
}

function show(element: HTMLDialogElement, { focusFirst }: DialogProps) {
  // jsdom has no `showModal`.
  if (element.showModal) element.showModal();
  else element.setAttribute("open", "");
  focusElement(focusFirst?.() ?? element);
}
