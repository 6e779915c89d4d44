"use client";

import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { hearEscape } from "./hear-escape.ts";
import { useLatest } from "./use-latest.ts";

/** Props of {@link Dialog}. */
export interface DialogProps {
  /** @default "dialog" */
  role?: "dialog" | "alertdialog";
  /** Id of the element that names it. */
  labelledBy: string;
  /** Id of the element that explains it. */
  describedBy?: string;
  className: string;
  /** Stands in `data-phase`. */
  phase?: string;
  dir?: "ltr" | "rtl";
  "data-ak-theme"?: "light" | "dark";
  /** What opened it: gets the focus back, and says which of the host's layers it stands in. */
  opener: Element | null;
  /**
   * Escape, the platform's own way back, or what it stands in is out of sight. The owner decides by
   * unmounting.
   */
  onClose: () => void;
  /** Where the focus goes afterwards. @default the opener */
  focusAfter?: () => HTMLElement | null;
  /** Gets the focus first. @default the dialog itself */
  focusFirst?: () => HTMLElement | null;
  children: ReactNode;
}

/** The kit's open dialogs, the topmost last: only that one hears Escape. */
const open: HTMLDialogElement[] = [];

const hostModals = "dialog[open], [role=dialog], [role=alertdialog], [aria-modal=true]";

/** The host's modal that an opener stands in, beyond which nothing can be reached, or `null`. */
export const hostModalOf = (opener: Element | null): Element | null =>
  opener?.closest(hostModals) ?? null;

/** Events by which a host's layer notices that something happened outside it. */
const outsideEvents = ["pointerdown", "mousedown", "touchstart", "click", "focusin", "focusout"];

/**
 * A native modal dialog, open as long as it is mounted. It stands in the opener's own modal, if
 * there is one, because a host's focus trap lets nobody out, and keeps its clicks, its focus and
 * Escape from that modal, which would close itself.
 */
export function Dialog(props: DialogProps) {
  const { role, labelledBy, describedBy, className, phase, dir, children } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const latest = useLatest(props);
  const [host] = useState(() => hostModalOf(props.opener));
  const [layer] = useState(() => (host ? document.createElement("div") : null));

  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const stop = (event: Event) => event.stopPropagation();
    if (host && layer) {
      for (const type of outsideEvents) layer.addEventListener(type, stop);
      host.append(layer);
    }
    element.showModal();
    open.push(element);
    (latest().focusFirst?.() ?? element).focus();

    // A host may take its layer away, or hide it: what nobody sees must not keep the page inert. Of
    // layers that are only drawn anew the observer hears nothing.
    const sight = new ResizeObserver(() => {
      if (element.getClientRects().length === 0) latest().onClose();
    });
    sight.observe(element);
    const deafen = hearEscape(
      () => latest().onClose(),
      () => open.at(-1) === element,
    );
    return () => {
      sight.disconnect();
      deafen();
      open.splice(open.indexOf(element), 1);
      element.close();
      layer?.remove();
      for (const type of outsideEvents) layer?.removeEventListener(type, stop);
      const { opener, focusAfter } = latest();
      const target = focusAfter?.() ?? opener;
      if (target instanceof HTMLElement || target instanceof SVGElement) target.focus();
    };
  }, [host, layer, latest]);

  const node = (
    <dialog
      ref={dialog}
      role={role}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      className={className}
      data-state="open"
      data-phase={phase}
      dir={dir}
      data-ak-theme={props["data-ak-theme"]}
      tabIndex={-1}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      {children}
    </dialog>
  );
  return layer ? createPortal(node, layer) : node;
}
