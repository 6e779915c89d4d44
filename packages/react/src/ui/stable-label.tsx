import type { ReactNode } from "react";

/** Props of {@link StableLabel}. */
export interface HeldLabelProps {
  /** The label whose width is kept. */
  idle: ReactNode;
  /** What shows instead. */
  children: ReactNode;
}

/** A label that may change without moving anything: the idle one goes on holding the width. */
export function StableLabel({ idle, children }: HeldLabelProps) {
  return (
    <span className="ak-hold">
      <span className="ak-held" aria-hidden="true">
        {idle}
      </span>
      <span className="ak-label">{children}</span>
    </span>
  );
}
