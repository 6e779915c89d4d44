import type { ReactNode } from "react";

/** Props of {@link StableLabel}. */
export interface StableLabelProps {
  /** The label that sets the width. */
  idle: ReactNode;
  /** The label that is shown. */
  children: ReactNode;
}

/** A label that changes without moving anything around it: it is as wide as the idle label. */
export function StableLabel({ idle, children }: StableLabelProps) {
  return (
    <span className="ak-hold">
      <span className="ak-held" aria-hidden="true">
        {idle}
      </span>
      <span className="ak-label">{children}</span>
    </span>
  );
}
