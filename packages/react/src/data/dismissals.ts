import { hashText, withStorage } from "../ui/browser-storage.ts";

/**
 * What people have dismissed in this tab, for pages that may not use `sessionStorage`. Both places
 * keep hashes alone, so that nothing about an account stays on a shared computer.
 */
const memory = new Map<string, string>();
const listeners = new Set<() => void>();

const keyOf = (subject: string) => `authkit-ui:dismissed:${hashText(subject)}`;

/** Whether `dismissed` is what was dismissed last about `subject`. */
export function isDismissed(subject: string, dismissed: string): boolean {
  const key = keyOf(subject);
  const stored = withStorage("sessionStorage", (storage) => storage.getItem(key));
  return (stored ?? memory.get(key)) === hashText(dismissed);
}

/** Remembers what was dismissed about `subject`; `null` forgets it. */
export function setDismissed(subject: string, dismissed: string | null): void {
  const key = keyOf(subject);
  if (dismissed === null) {
    memory.delete(key);
    withStorage("sessionStorage", (storage) => storage.removeItem(key));
  } else {
    memory.set(key, hashText(dismissed));
    withStorage("sessionStorage", (storage) => storage.setItem(key, hashText(dismissed)));
  }
  for (const listener of listeners) listener();
}

/** The `subscribe` argument of `useSyncExternalStore`. */
export function subscribeToDismissals(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
