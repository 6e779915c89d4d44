/**
 * Whether a key belongs to an input method, e.g. the Enter that ends a composition. In Safari that
 * Enter comes after the composition, and can be told by its code 229 only.
 */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing || event.keyCode === 229;
