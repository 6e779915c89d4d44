import { defineAction } from "@authkit-ui/server";
import { z } from "zod";

/** A tool of the assistant. */
export const postMessage = defineAction({
  platform: "slack",
  method: "POST",
  path: "/chat.postMessage",
  // As Pica's action directory lists it for your own account.
  actionId: "conn_mod_def::slack::post-message",
  description: "Posts a message in a channel.",
  input: z.strictObject({
    channel: z.string().min(1).max(80),
    text: z.string().min(1).max(500),
  }),
});
