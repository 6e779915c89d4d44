import type { ConnectionMessages } from "./connection-messages.ts";

/** Apart from the rest: all that a button says of a connection's health. */
export const needsAttentionLabel = "Needs attention";

export const connectionMessages: ConnectionMessages = {
  state: {
    operational: "Connected",
    degraded: "Retrying",
    failed: needsAttentionLabel,
    gone: "No longer connected",
    unknown: "Status unknown",
  },
  detail: (state, name) =>
    ({
      operational: "",
      degraded: `${name} isn’t answering. Nothing to do for now.`,
      failed: `${name} needs you to sign in again.`,
      gone: "Access was removed outside this app.",
      unknown: "Couldn’t check just now.",
    })[state],
  test: "Test",
};
