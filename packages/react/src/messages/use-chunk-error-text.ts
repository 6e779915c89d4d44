"use client";

import { useMessages } from "./use-messages.ts";

/** What a component says when a chunk of the kit could not be loaded. */
export function useChunkErrorText(): string {
  const { session } = useMessages();
  return session.failure("network", { name: null, host: "", seconds: null, reason: null }).title;
}
