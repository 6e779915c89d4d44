/**
 * What PostgreSQL cannot keep (NUL, halves of surrogate pairs) and no page can show (other control
 * characters).
 */
const unfit = /[\p{Cc}\p{Cs}]/gu;

/** Whether every store keeps the text as it is. */
export const isPlain = (text: string) => text.search(unfit) === -1;

/** What can be kept of a text that others wrote; never more than `longest` UTF-16 units. */
export function toPlain(text: string, longest: number): string {
  const kept = text.replaceAll(unfit, "").trim().slice(0, longest);
  // The cut may have halved a character.
  return kept.replaceAll(unfit, "").trim();
}
