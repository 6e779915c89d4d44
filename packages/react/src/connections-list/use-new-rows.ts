"use client";

import { useEffect } from "react";
import { useKeyedState } from "../ui/use-keyed-state.ts";

/**
 * Tells accounts that were added while the list was shown from those that it started with.
 *
 * @param key Identifies the list by its viewer. @param ids `null` while they are not known.
 * @returns Whether an account is new.
 */
export function useNewRows(key: string, ids: readonly string[] | null): (id: string) => boolean {
  const [first, setFirst] = useKeyedState<ReadonlySet<string> | null>(key, null);
  useEffect(() => {
    if (ids !== null && first === null) setFirst(() => new Set(ids));
  });
  return (id) => first !== null && !first.has(id);
}
