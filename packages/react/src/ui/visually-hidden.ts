/** Inline styles that hide an element from sight only, with or without the kit's stylesheet. */
export const visuallyHiddenStyle = {
  position: "absolute",
  inlineSize: "1px",
  blockSize: "1px",
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
} as const;

/**
 * A ref that sets the same styles, for elements that a server renders too. A `style` attribute in
 * the server's HTML would be blocked by a content security policy without `'unsafe-inline'`.
 */
export function visuallyHidden(element: HTMLElement | null): void {
  if (element) Object.assign(element.style, visuallyHiddenStyle);
}
