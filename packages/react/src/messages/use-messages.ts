"use client";

import { mergeMessages } from "./merge-messages.ts";
import type { GivenMessages, Messages } from "./messages.ts";
import { useMessagesContext } from "./messages-context.ts";

/** Merged once for each object of overrides, so that the result is stable between renders. */
const merged = new WeakMap<GivenMessages, Messages>();

/**
 * Returns the texts in use: those of the provider's language, with the product's own wording in place
 * of some.
 *
 * @example
 * const { button } = useMessages();
 * button.connect("Gmail"); // Connect Gmail
 */
export function useMessages(): Messages;
/**
 * Returns one section of the texts in use.
 *
 * @param section The section's name, e.g. `"list"`.
 */
export function useMessages<Section extends keyof Messages>(section: Section): Messages[Section];
export function useMessages(section?: keyof Messages): unknown {
  const { messages: overrides } = useMessagesContext();
  const messages = merged.get(overrides) ?? mergeMessages(overrides);
  merged.set(overrides, messages);
  return section === undefined ? messages : messages[section];
}
