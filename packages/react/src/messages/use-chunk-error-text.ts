"use client";

import { useConnectContext } from "../provider/connect-context.ts";
import { unreachable } from "./en-chunk-error.ts";

/**
 * What to say where a part of the kit's code cannot be had: the server cannot be reached. In a few
 * words, since nobody has tried to connect anything.
 */
export function useChunkErrorText(): string {
  const { session } = useConnectContext().messages;
  const nothingMore = { name: null, host: "", seconds: null, reason: null };
  return (session?.failure?.("network", nothingMore) ?? unreachable).title;
}
