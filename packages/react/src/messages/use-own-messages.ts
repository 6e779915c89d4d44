"use client";

import type { OwnMessages } from "./messages.ts";
import { useMessagesContext } from "./messages-context.ts";

/**
 * The texts of a component that brings its English along: the provider's language, with the product's
 * own wording, over it.
 */
export function useOwnMessages<Section extends keyof OwnMessages>(
  section: Section,
  english: OwnMessages[Section],
): OwnMessages[Section] {
  const { messages } = useMessagesContext();
  return { ...english, ...messages[section] };
}
