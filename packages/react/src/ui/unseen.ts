/** Inline, because what is only meant to be heard must not show without the stylesheet either. */
export const unseen = {
  position: "absolute",
  inlineSize: "1px",
  blockSize: "1px",
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
} as const;
