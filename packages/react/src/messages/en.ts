import { buttonMessages } from "./en-button.ts";
import { connectionMessages } from "./en-connection.ts";
import { galleryMessages } from "./en-gallery.ts";
import { listMessages } from "./en-list.ts";
import { sessionMessages } from "./en-session.ts";
import type { Messages } from "./messages.ts";

/** English: the language that the kit brings along. */
export const en: Messages = {
  session: sessionMessages,
  connection: connectionMessages,
  button: buttonMessages,
  list: listMessages,
  gallery: galleryMessages,
};
