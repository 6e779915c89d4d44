/**
 * Whether an input method has the key, e.g. Enter that ends a conversion. Safari says so of that
 * last key by its code alone: the composition is over for it already.
 */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing || event.keyCode === 229;
