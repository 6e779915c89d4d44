"use client";

import * as Slot from "radix-ui/slot";
import type { MouseEvent } from "react";
import { Button } from "./button.tsx";
import { useExit } from "./exit-presence.tsx";
import { Icon } from "./icon.tsx";

/** Props of {@link Banner}. */
export interface BannerProps {
  icon: string;
  text: string;
  action?: { label: string; onClick: (event: MouseEvent<Element>) => void } | undefined;
}

/** One sentence above a list that stays usable, e.g. that it is not the newest. */
export function Banner({ icon, text, action }: BannerProps) {
  const { isOpen, ref } = useExit();
  return (
    <Slot.Root ref={ref}>
      <div className="ak-banner" role="status" data-leaving={!isOpen || undefined}>
        <Icon path={icon} />
        <p className="ak-banner-text">{text}</p>
        {action && (
          <Button variant="ghost" size="sm" onClick={action.onClick}>
            {action.label}
          </Button>
        )}
      </div>
    </Slot.Root>
  );
}
