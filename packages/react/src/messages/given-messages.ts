import type { GivenMessages, MessageOverrides } from "./messages.ts";

/** A product's own wording; an `undefined` text or section is left to the kit's English. */
export function givenMessages(overrides: MessageOverrides): GivenMessages {
  const given = (object: object) =>
    Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    given(overrides).map(([section, texts]) => [section, Object.fromEntries(given(texts))]),
  );
}
