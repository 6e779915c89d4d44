/** Languages, the kit's own among them, that order the plain letters a to z alike. */
const plainLanguages = /^(ar|de|en|es|fr|he|it|ja|ko|nl|pt|ru|uk|zh)(-|$)/;

/** Comparable by code units: no case, and numbers by their value. */
const plainKey = (name: string) =>
  name.toLowerCase().replace(/\d+/g, (digits) => digits.padStart(9, "0"));

/** A catalog may well come in this order, and looking costs less than sorting. */
function isInOrder(all: readonly { name: string }[]): boolean {
  let last = "";
  return all.every(({ name }) => {
    const key = plainKey(name);
    const comesNext = last <= key;
    last = key;
    return comesNext;
  });
}

/**
 * Puts what has a name in the order of a language, A–Z, without regard to case and with numbers by
 * their value.
 *
 * Asking the browser for a language's rules (`Intl.Collator`) takes it about as long as drawing the
 * gallery's first page, so it is asked only where a plain comparison could come out otherwise.
 *
 * @param locale BCP 47 tag.
 */
export function inNameOrder<Named extends { name: string }>(
  all: readonly Named[],
  locale: string,
): Named[] {
  const isPlain = plainLanguages.test(locale) && all.every(({ name }) => /^[ -~]*$/.test(name));
  if (!isPlain) {
    const { compare } = new Intl.Collator(locale, { sensitivity: "base", numeric: true });
    return [...all].sort((a, b) => compare(a.name, b.name));
  }
  if (isInOrder(all)) return [...all];
  return all
    .map((one) => ({ one, key: plainKey(one.name) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ one }) => one);
}
