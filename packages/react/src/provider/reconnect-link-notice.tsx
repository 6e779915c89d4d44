"use client";

import * as Slot from "radix-ui/slot";
import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import { useMessages } from "../messages/use-messages.ts";
import { useExit } from "../ui/exit-presence.tsx";
import { Icon } from "../ui/icon.tsx";
import { circleAlert, circleCheck, x } from "../ui/icons.ts";
import { useRootContext } from "../ui/root-context.ts";

/** Props of {@link ReconnectLinkNotice}. */
export interface ReconnectLinkNoticeProps {
  /** The sentence. */
  children: ReactNode;
  /** Whether nothing has to be done. */
  isResolved?: boolean | undefined;
  onClose: () => void;
}

/** Shows one sentence above the page until people close it. The page stays usable. */
export function ReconnectLinkNotice({ children, isResolved, onClose }: ReconnectLinkNoticeProps) {
  const { root, announce } = useRootContext();
  const { session } = useMessages();
  const box = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLParagraphElement>(null);
  const { isOpen, ref } = useExit();
  useLayoutEffect(() => {
    const element = box.current;
    if (!isOpen) return;
    element?.showPopover?.();
    return () => element?.hidePopover?.();
  }, [isOpen]);
  useEffect(() => announce(text.current?.textContent ?? ""), [announce]);
  return (
    <Slot.Root ref={ref}>
      <div
        {...root}
        ref={box}
        popover="manual"
        className="ak ak-banner ak-link-notice"
        data-leaving={!isOpen || undefined}
      >
        <Icon path={isResolved ? circleCheck : circleAlert} />
        <p ref={text} className="ak-banner-text">
          {children}
        </p>
        <button
          type="button"
          className="ak-icon-button"
          aria-label={session.close}
          onClick={onClose}
        >
          <Icon path={x} />
        </button>
      </div>
    </Slot.Root>
  );
}
