"use client";

import { useEffect, useSyncExternalStore } from "react";
import { hashText, withStorage } from "../ui/browser-storage.ts";

const accountCountPrefix = "authkit-ui:accounts:";

const subscribeToNothing = () => () => {};

/**
 * Remembers how many accounts a list had. The next visit's skeleton then has the height of the list,
 * and what stands below it does not move.
 *
 * @param key Identifies the list by its viewer.
 * @param count `null` while it is not known.
 * @returns The count of the last visit, or `null`; always `null` on a server and while hydrating.
 */
export function useRememberedCount(key: string, count: number | null): number | null {
  const name = accountCountPrefix + hashText(key);
  useEffect(() => {
    if (count === null) return;
    withStorage("localStorage", (storage) => storage.setItem(name, String(count)));
  }, [name, count]);
  const stored = useSyncExternalStore(
    subscribeToNothing,
    () => withStorage("localStorage", (storage) => storage.getItem(name)),
    () => null,
  );
  const last = Number(stored ?? Number.NaN);
  return Number.isInteger(last) && last >= 0 ? last : null;
}
