/** For what is only meant to be heard: it must not show without the stylesheet either. */
export const visuallyHiddenStyle = {
  position: "absolute",
  inlineSize: "1px",
  blockSize: "1px",
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
} as const;

/**
 * The same as a ref, for what a server renders too: the attribute in its HTML would be blocked by a
 * policy without `'unsafe-inline'`, and React would never notice.
 */
export function visuallyHidden(element: HTMLElement | null): void {
  if (element) Object.assign(element.style, visuallyHiddenStyle);
}
