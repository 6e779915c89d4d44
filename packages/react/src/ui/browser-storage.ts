/**
 * Uses the browser's storage. Returns `null` if `use` throws, because browsers refuse storage in some
 * frames, with some privacy settings, and when it is full.
 */
export function withStorage<Result>(
  name: "localStorage" | "sessionStorage",
  use: (storage: Storage) => Result,
): Result | null {
  try {
    return use(window[name]);
  } catch {
    return null;
  }
}

/**
 * Hashes a storage key or value (FNV-1a, 32 bits), so that no name or address is stored. The hash
 * tells texts apart; it does not protect a secret.
 */
export function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
