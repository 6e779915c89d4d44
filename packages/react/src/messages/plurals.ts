/** Forms of a noun by the categories that a language knows; `other` always. */
export type PluralForms = { [Rule in Intl.LDMLPluralRule]?: string | undefined } & {
  other: string;
};

/**
 * Counts in one language: the form that its rules choose, with the number, written as people write
 * it there, in the place of `#`.
 */
export function plurals(locale: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (count, forms) =>
    (forms[rules.select(count)] ?? forms.other).replace("#", numbers.format(count));
}
