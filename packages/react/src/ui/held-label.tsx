/** Props of {@link HeldLabel}. */
export interface HeldLabelProps {
  /** Every label that may come to stand here: the widest sets the width. */
  labels: readonly string[];
  /** The label that is shown. */
  children: string;
}

/**
 * A label whose button keeps its width, whichever of the labels it shows. The others are no text of
 * the document: nobody reads, finds or translates them.
 */
export function HeldLabel({ labels, children }: HeldLabelProps) {
  return (
    <span className="ak-hold">
      {labels.map((label) => (
        <span key={label} className="ak-held" data-label={label} aria-hidden="true" />
      ))}
      <span className="ak-label">{children}</span>
    </span>
  );
}
