/** Joins classes. Ours come first, so that a product's own stand last, as people expect. */
export const classNames = (...names: (string | false | null | undefined)[]): string =>
  names.filter(Boolean).join(" ");
