/** Control characters and halves of surrogate pairs: PostgreSQL refuses some, no page can show any. */
const unstorable = /[\p{Cc}\p{Cs}]/gu;

/** Whether every store keeps the text as it is. */
export const isStorableText = (text: string) => text.search(unstorable) === -1;

/** The storable part of a text that somebody else wrote, at most `maxLength` UTF-16 units long. */
export function sanitizeText(text: string, maxLength: number): string {
  const kept = text.replaceAll(unstorable, "").trim().slice(0, maxLength);
  // The cut may have halved a surrogate pair.
  return kept.replaceAll(unstorable, "").trim();
}
