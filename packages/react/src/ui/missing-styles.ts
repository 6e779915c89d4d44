/** Milliseconds: development servers may add a sheet after the page has loaded. */
const checkDelay = 2_000;

let hasLooked = false;

/**
 * Tells developers once, in development, that the page has no stylesheet of the kit: everything works
 * without one, so that nothing else says why it looks unfinished.
 *
 * @param element One of the kit's, with the class `ak`.
 */
export function warnOfMissingStyles(element: Element | null): void {
  if (process.env.NODE_ENV === "production") return;
  if (process.env.NODE_ENV === "test" || hasLooked || !element) return;
  hasLooked = true;
  setTimeout(() => {
    // Every token of the sheet hangs on this one.
    if (!element.isConnected || getComputedStyle(element).getPropertyValue("--_u") !== "") return;
    console.warn(
      "authkit-ui: the stylesheet is missing, so that components look unfinished. Import " +
        '"@authkit-ui/react/styles.css" once, or style the `ak-*` classes yourself.',
    );
  }, checkDelay);
}
