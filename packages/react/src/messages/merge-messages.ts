import { en } from "./en.ts";
import type { GivenMessages, Messages } from "./messages.ts";

/** English with a language, or single texts, laid over it, section by section. */
export function mergeMessages(overrides: GivenMessages = {}): Messages {
  const sections = Object.keys(en) as (keyof Messages)[];
  return Object.fromEntries(
    sections.map((section) => [section, { ...en[section], ...overrides[section] }]),
  ) as unknown as Messages;
}
