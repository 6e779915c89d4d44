"use client";

import { useEffect, useSyncExternalStore } from "react";

const prefix = "authkit-ui:accounts:";

/** A short number for a key, so that nobody's name or address stands in the browser's storage. */
function hash(key: string): string {
  let sum = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) {
    sum = Math.imul(sum ^ key.charCodeAt(index), 0x01000193);
  }
  return (sum >>> 0).toString(36);
}

/** Storage throws where the product's frame, or the person, does not allow it. */
function withStorage<Result>(use: (storage: Storage) => Result): Result | null {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}

const never = () => () => {};

/**
 * Remembers how many accounts a list had, so that the next visit's skeleton is as high as the list
 * will be, and what stands below it stays in its place.
 *
 * @param key Whose list it is.
 * @param count `null` while it is not known.
 * @returns What was remembered, or `null`; always `null` on a server and while hydrating.
 */
export function useRememberedCount(key: string, count: number | null): number | null {
  const name = prefix + hash(key);
  useEffect(() => {
    if (count !== null) withStorage((storage) => storage.setItem(name, String(count)));
  }, [name, count]);
  const remembered = useSyncExternalStore(
    never,
    () => withStorage((storage) => storage.getItem(name)),
    () => null,
  );
  const last = Number(remembered ?? Number.NaN);
  return Number.isInteger(last) && last >= 0 ? last : null;
}
