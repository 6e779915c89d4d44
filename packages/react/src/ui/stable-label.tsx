import type { ReactNode } from "react";

/** Props of {@link StableLabel}. */
export interface StableLabelProps {
  /** Every label that the button can show. The widest one sets the width. */
  labels: readonly string[];
  /** What the button shows now. */
  children: ReactNode;
}

/**
 * Keeps a button's width while its label changes. CSS draws the other labels from an attribute, so
 * that no screen reader, text search or translator finds them.
 */
export function StableLabel({ labels, children }: StableLabelProps) {
  return (
    <span className="ak-stable-label">
      {labels.map((label) => (
        <span key={label} data-label={label} aria-hidden="true" />
      ))}
      <span className="ak-label">{children}</span>
    </span>
  );
}
