/** Languages, the kit's own among them, that order the plain letters a to z alike. */
const plainLanguages = /^(ar|de|en|es|fr|he|it|ja|ko|nl|pt|ru|uk|zh)(-|$)/;

/** Neither a plain letter nor a plain sign: a digit, or what only a language's rules can place. */
const special = /[^ -/:-~]/;

/** Comparable by code units: no case, and numbers by their value. `null` where that is no order. */
function plainKey(name: string): string | null {
  const key = name.toLowerCase();
  if (!special.test(key)) return key;
  return /[^ -~]/.test(key) ? null : key.replace(/\d+/g, (digits) => digits.padStart(9, "0"));
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
export function sortByName<Named extends { name: string }>(
  all: readonly Named[],
  locale: string,
): Named[] {
  const keys = plainLanguages.test(locale) ? all.map(({ name }) => plainKey(name)) : [null];
  if (keys.includes(null)) {
    const { compare } = new Intl.Collator(locale, { sensitivity: "base", numeric: true });
    return [...all].sort((a, b) => compare(a.name, b.name));
  }
  // A catalog may well come in this order, and looking costs less than sorting.
  if (keys.every((key, at) => at === 0 || (keys[at - 1] ?? "") <= (key ?? ""))) return [...all];
  return all
    .map((one, at) => ({ one, key: keys[at] ?? "" }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ one }) => one);
}
