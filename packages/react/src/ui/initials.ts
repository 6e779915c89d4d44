/** Hues for which `logo.css` has a rule. */
const hues = 12;
/** With this start, no two neighbours in Pica's catalog have both the letters and the hue in common. */
const seed = 290;

/**
 * What stands for a connector without a logo: the first letters of its first two words, and a hue that
 * stays its own.
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
