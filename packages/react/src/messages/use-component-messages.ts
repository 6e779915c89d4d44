"use client";

import type { ComponentMessages } from "./messages.ts";
import { useMessagesContext } from "./messages-context.ts";

/**
 * Returns the texts of a component that has its own English, overridden by the provider's language
 * and the product's own wording.
 */
export function useComponentMessages<Section extends keyof ComponentMessages>(
  section: Section,
  english: ComponentMessages[Section],
): ComponentMessages[Section] {
  const { messages } = useMessagesContext();
  return { ...english, ...messages[section] };
}
