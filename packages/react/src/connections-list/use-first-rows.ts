"use client";

import type { Connection } from "@authkit-ui/contract";
import { useEffect } from "react";
import { needsAttention } from "../data/sort-connections.ts";
import { useKeyedState } from "../ui/use-keyed-state.ts";

const none: ReadonlySet<string> = new Set();

/**
 * Tells which accounts come first: those that need attention, and those that needed it since the list
 * was shown. An account that is reconnected keeps its place, and no row moves while somebody watches.
 *
 * @param key Identifies the list by its viewer. @param connections Empty while they are not known.
 */
export function useFirstRows(
  key: string,
  connections: readonly Connection[],
): (connection: Connection) => boolean {
  const [first, setFirst] = useKeyedState(key, none);
  const added = connections.filter(
    (connection) => needsAttention(connection) && !first.has(connection.id),
  );
  useEffect(() => {
    if (added.length > 0)
      setFirst((current) => new Set([...current, ...added.map(({ id }) => id)]));
  });
  return (connection) => needsAttention(connection) || first.has(connection.id);
}
