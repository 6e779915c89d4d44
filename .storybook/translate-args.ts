import type { Messages } from "@authkit-ui/react";
import { en } from "../packages/react/src/messages/en.ts";

/** English texts, and sections of texts, each with where it stands. */
const sources = new Map<unknown, (messages: Messages) => unknown>();
for (const section of Object.keys(en) as (keyof Messages)[]) {
  sources.set(en[section], (messages) => messages[section]);
  for (const [key, text] of Object.entries(en[section])) {
    if (typeof text === "string") {
      sources.set(
        text,
        (messages) => (messages[section] as unknown as Record<string, unknown>)[key],
      );
    }
  }
}
sources.set(en.connection.state.failed, (messages) => messages.connection.state.failed);

/** A fixed state is written with English texts; this is the same in another language. */
export function translateArgs<Args extends object>(
  args: Args,
  messages: Messages,
  locale: string,
): Args {
  const entries = Object.entries(args).map(([name, value]) => {
    if (name === "locale") return [name, locale];
    const find = sources.get(value);
    return [name, find ? find(messages) : value];
  });
  return Object.fromEntries(entries) as Args;
}
