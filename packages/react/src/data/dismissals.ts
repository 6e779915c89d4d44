import { hashText, withStorage } from "../ui/browser-storage.ts";

/**
 * What people have dismissed in this tab, for pages that may not use `sessionStorage`. Both places
 * keep hashes alone, so that nothing about an account stays on a shared computer.
 */
const memory = new Map<string, string>();
const listeners = new Set<() => void>();

const keyOf = (subject: string) => `authkit-ui:dismissed:${hashText(subject)}`;

/** Whether the last thing that was dismissed about `subject` is `what`. */
export function isDismissed(subject: string, what: string): boolean {
  const key = keyOf(subject);
  const stored = withStorage("sessionStorage", (storage) => storage.getItem(key));
  return (stored ?? memory.get(key)) === hashText(what);
}

/** Remembers what was dismissed about `subject`; `null` forgets it. */
export function setDismissed(subject: string, what: string | null): void {
  const key = keyOf(subject);
  if (what === null) {
    memory.delete(key);
    withStorage("sessionStorage", (storage) => storage.removeItem(key));
  } else {
    memory.set(key, hashText(what));
    withStorage("sessionStorage", (storage) => storage.setItem(key, hashText(what)));
  }
  for (const listener of listeners) listener();
}

/** The `subscribe` argument of `useSyncExternalStore`. */
export function subscribeToDismissals(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
