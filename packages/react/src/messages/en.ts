import { sessionMessages } from "./en-session.ts";
import type { Messages } from "./messages.ts";

/** English: the language that the kit brings along. */
export const en: Messages = {
  session: sessionMessages,
};
