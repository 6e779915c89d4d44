"use client";

import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { useMessages } from "../messages/use-messages.ts";
import { Icon } from "../ui/icon.tsx";
import { circleAlert, circleCheck, x } from "../ui/icons.ts";
import { useRootContext } from "../ui/root-context.ts";

/** Props of {@link LinkNotice}. */
export interface LinkNoticeProps {
  /** What it says, name and text apart. */
  parts: ReactNode[];
  /** Nothing has to be done. */
  isGood?: boolean | undefined;
  onClose: () => void;
}

/** One sentence above the page, which stays usable, until it is closed. */
export function LinkNotice({ parts, isGood, onClose }: LinkNoticeProps) {
  const { root, announce } = useRootContext();
  const { session } = useMessages();
  const box = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLParagraphElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    element?.showPopover?.();
    return () => element?.hidePopover?.();
  }, []);
  useEffect(() => announce(text.current?.textContent ?? ""), [announce]);
  return (
    <div {...root} ref={box} popover="manual" className="ak ak-banner ak-link-notice">
      <Icon path={isGood ? circleCheck : circleAlert} />
      <p ref={text} className="ak-banner-text">
        {parts}
      </p>
      <button type="button" className="ak-icon-button" aria-label={session.close} onClick={onClose}>
        <Icon path={x} />
      </button>
    </div>
  );
}
