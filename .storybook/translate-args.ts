import type { Messages } from "@authkit-ui/react";
import { isValidElement } from "react";
import { connectRequestEnglish } from "../packages/react/src/messages/connect-request-messages.ts";
import { en } from "../packages/react/src/messages/en.ts";
import { mergeMessages } from "../packages/react/src/messages/merge-messages.ts";
import type { GivenMessages } from "../packages/react/src/messages/messages.ts";

/** English texts, and sections of texts, each with where it stands. */
const sources = new Map<unknown, (messages: Messages) => unknown>();
for (const section of Object.keys(en) as (keyof Messages)[]) {
  sources.set(en[section], (messages) => messages[section]);
}
for (const [section, texts] of Object.entries({ ...en, connectRequest: connectRequestEnglish })) {
  for (const [key, text] of Object.entries(texts)) {
    if (typeof text !== "string") continue;
    sources.set(text, (messages) => Reflect.get(Object(Reflect.get(messages, section)), key));
  }
}
sources.set(en.connection.state.failed, ({ connection }) => connection.state.failed);
sources.set(en.connection.detail("failed", "Gmail"), ({ connection }) =>
  connection.detail("failed", "Gmail"),
);
sources.set(en.button.connect("Gmail"), ({ button }) => button.connect("Gmail"));

const isPlain = (value: unknown): value is object =>
  typeof value === "object" &&
  value !== null &&
  Object.getPrototypeOf(value) === Object.prototype &&
  !isValidElement(value);

function translate(value: unknown, messages: Messages): unknown {
  const find = sources.get(value);
  if (find) return find(messages);
  if (Array.isArray(value)) return value.map((item) => translate(item, messages));
  if (!isPlain(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, translate(item, messages)]);
  return Object.fromEntries(entries);
}

/** A fixed state is written with English texts; this is the same in another language. */
export function translateArgs<Args extends object>(
  args: Args,
  overrides: GivenMessages,
  locale: string,
): Args {
  const messages = {
    ...mergeMessages(overrides),
    connectRequest: { ...connectRequestEnglish, ...overrides.connectRequest },
  };
  const entries = Object.entries(args).map(([name, value]) => [
    name,
    name === "locale" ? locale : translate(value, messages),
  ]);
  return Object.fromEntries(entries) as Args;
}
