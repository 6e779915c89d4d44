/**
 * What was dismissed on this tab, by whom and what it was about. Only hashes are kept, so that
 * nothing about an account is left on a shared computer.
 */
const memory = new Map<string, string>();
const listeners = new Set<() => void>();

const keyOf = (subject: string) => `authkit-ui:dismissed:${hash(subject)}`;

/** FNV-1a, 32 bits: tells texts apart, and keeps no secret. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const letter of text) {
    value = Math.imul(value ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return (value >>> 0).toString(36);
}

/** A page may be refused its storage: what it dismisses is then remembered until it is left. */
function withStorage<Result>(use: (storage: Storage) => Result): Result | null {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
}

/** Whether exactly this was dismissed last. */
export function isDismissed(subject: string, what: string): boolean {
  const key = keyOf(subject);
  return (withStorage((storage) => storage.getItem(key)) ?? memory.get(key)) === hash(what);
}

/** Remembers what was dismissed about a subject; `null` forgets it. */
export function setDismissed(subject: string, what: string | null): void {
  const key = keyOf(subject);
  if (what === null) {
    memory.delete(key);
    withStorage((storage) => storage.removeItem(key));
  } else {
    memory.set(key, hash(what));
    withStorage((storage) => storage.setItem(key, hash(what)));
  }
  for (const listener of listeners) listener();
}

/** For `useSyncExternalStore`. */
export function subscribeToDismissals(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
