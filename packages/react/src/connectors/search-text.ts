/** Letters as they are compared: without case, accents and points, in one form of Unicode. */
export const foldText = (text: string): string => {
  // Most names are plain, and need neither of the two dear steps.
  const isPlain = /^[ -~]*$/.test(text);
  return (isPlain ? text : text.normalize("NFKD").replace(/\p{M}/gu, "")).toLowerCase();
};

/** Words of a folded text: `hub-spot.crm` has three. */
export const wordsOf = (folded: string): string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];

/** One bit for each letter that a word has (letters of one number modulo 32 share one). */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

/** Each letter that the other word lacks is a difference: most words are ruled out by that alone. */
export function lacksTooMany(letters: number, others: number, limit: number): boolean {
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
 */
export function isNear(a: string, b: string, limit: number, isPrefix = false): boolean {
  if (a.length - b.length > limit || (!isPrefix && b.length - a.length > limit)) return false;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) > limit) return false;
    before = last;
    last = row;
  }
  return isPrefix ? Math.min(...last) <= limit : (last[b.length] ?? 0) <= limit;
}

/** How many letters may be wrong in a word of that length. */
export const typosAllowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);
