/** Whether a language tag is one of English. */
const isEnglish = (tag: string): boolean => /^en\b/i.test(tag);

/**
 * The `lang` of the kit's texts, which can differ from the page's language.
 *
 * @param hasMessages Whether the product passed `messages`. Without them the texts are English,
 * whatever the locale.
 */
export const textLanguage = (locale: string, hasMessages: boolean): string =>
  hasMessages || isEnglish(locale) ? locale : "en";

/** The `lang` of texts from Pica's catalog, which are English, among texts of another language. */
export const catalogLanguage = (textLang: string | undefined): "en" | undefined =>
  textLang === undefined || isEnglish(textLang) ? undefined : "en";
