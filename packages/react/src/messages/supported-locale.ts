/**
 * The locale that the kit sorts and formats by: the product's, or English where that is not a
 * language tag, for which `Intl` would throw and take the page down.
 */
export function supportedLocale(locale: string): string {
  try {
    Intl.getCanonicalLocales(locale);
    return locale;
  } catch {
    if (process.env.NODE_ENV !== "production") {
      console.error(
        `authkit-ui: misconfigured: <ConnectProvider locale=${JSON.stringify(locale)}> is not a ` +
          "BCP 47 language tag, so dates, numbers and sorting are English. Give it a tag such as " +
          '"en-US" or "de": language and region are joined by a hyphen.',
      );
    }
    return "en";
  }
}
