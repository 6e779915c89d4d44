import type { MouseEvent } from "react";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

/** Props of {@link Banner}. */
export interface BannerProps {
  icon: string;
  text: string;
  action?: { label: string; onClick: (event: MouseEvent<Element>) => void } | undefined;
}

/** One sentence above a list that stays usable, e.g. that it is not the newest. */
export function Banner({ icon, text, action }: BannerProps) {
  return (
    <div className="ak-banner" role="status">
      <Icon path={icon} />
      <p className="ak-banner-text">{text}</p>
      {action && (
        <Button variant="ghost" size="sm" onClick={action.onClick}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
