import { Spinner } from "./spinner.tsx";
import { StableLabel } from "./stable-label.tsx";

/** Props of {@link BusyLabel}. */
export interface BusyLabelProps {
  /** Whether a spinner replaces the label. */
  isBusy: boolean;
  /** The label, which also sets the width. */
  children: string;
}

/** A button's label that becomes a spinner of the same width. */
export function BusyLabel({ isBusy, children }: BusyLabelProps) {
  // An element of its own: a translator replaces text nodes that React keeps.
  if (!isBusy) return <span>{children}</span>;
  return (
    <StableLabel labels={[children]}>
      <Spinner />
    </StableLabel>
  );
}
