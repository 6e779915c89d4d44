/** Hues for which `logo.css` has a rule. */
const hues = 12;
/** A seed with which no two neighbours in Pica's catalog share both letters and hue. */
const seed = 290;

/**
 * The placeholder of a missing logo: the first letters of the name's first two words, and a hue
 * that depends on the platform alone.
 */
export function initials(platform: string, name: string): { letters: string; hue: number } {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const letters = words.slice(0, 2).map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0));
  let hash = seed;
  for (const character of platform) {
    hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0;
  }
  hash ^= hash >>> 15;
  return { letters: letters.join("").toLocaleUpperCase() || "?", hue: (hash >>> 0) % hues };
}
