import type { Notice } from "./session-messages.ts";

/** Apart from the other failures: what can be said before the rest of the English can be had. */
export const unreachable: Notice = {
  title: "Couldn’t reach the server",
  text: "Nothing was connected. Check your connection, then try again.",
};
