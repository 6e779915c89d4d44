/** A text for comparison: lower case, without accents and points, in one form of Unicode. */
export const normalizeText = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Words of a normalized text: `hub-spot.crm` has three. */
export const wordsOf = (normalized: string): string[] => normalized.match(/[\p{L}\p{N}]+/gu) ?? [];

/** One bit for each letter that a word has (letters of one number modulo 32 share one). */
export function letterMask(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/**
 * Whether a word lacks more letters of the other than `limit` edits can add. It rules most words out
 * before their edit distance is computed.
 */
export function exceedsEditBudget(letters: number, others: number, limit: number): boolean {
  let missing = letters & ~others;
  for (let count = 0; count <= limit; count += 1) {
    if (missing === 0) return false;
    missing &= missing - 1;
  }
  return true;
}

/**
 * Whether two words differ by at most `limit` letters put in, left out, changed, or swapped with
 * their neighbour (optimal string alignment). With `isPrefix`, `b` may go on.
 *
 * @param i Where to begin in `a`, and `j` in `b`.
 */
export function isWithinEditDistance(
  a: string,
  b: string,
  limit: number,
  isPrefix = false,
  i = 0,
  j = 0,
): boolean {
  const surplus = a.length - i - (b.length - j);
  if (surplus > limit || (!isPrefix && -surplus > limit)) return false;
  if (i === a.length) return true;
  if (a[i] === b[j]) return isWithinEditDistance(a, b, limit, isPrefix, i + 1, j + 1);
  if (limit === 0) return false;
  const goesOn = (skip: number, other: number) =>
    isWithinEditDistance(a, b, limit - 1, isPrefix, i + skip, j + other);
  const isSwapped = a[i] === b[j + 1] && a[i + 1] === b[j];
  return (isSwapped && goesOn(2, 2)) || goesOn(1, 1) || goesOn(1, 0) || goesOn(0, 1);
}

/** How many letters may be wrong in a word of that length. */
export const typosAllowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);
