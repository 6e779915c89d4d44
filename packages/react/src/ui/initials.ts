/** Hues for which `logo.css` has a rule. */
const hues = 6;

/** What stands for a connector without a logo: its first letter, and a hue that stays its own. */
export function initials(platform: string, name: string): { letter: string; hue: number } {
  const [letter = "?"] = name.trim();
  let hash = 0;
  for (const character of platform) {
    hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0;
  }
  return { letter: letter.toLocaleUpperCase(), hue: (hash >>> 0) % hues };
}
