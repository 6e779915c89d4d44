/** Whether a language tag is one of English. */
const isEnglish = (tag: string): boolean => /^en\b/i.test(tag);

/**
 * The language of the kit's texts, for the `lang` of what it renders: a page may be in another.
 *
 * @param hasMessages Whether the product gave texts. Without any they are English, whatever the locale.
 */
export const textLanguage = (locale: string, hasMessages: boolean): string =>
  hasMessages || isEnglish(locale) ? locale : "en";

/** The `lang` of what Pica's catalog says, in English, among texts of another language. */
export const catalogLanguage = (textLang: string | undefined): "en" | undefined =>
  textLang === undefined || isEnglish(textLang) ? undefined : "en";
