import type { ConnectionMessages } from "./connection-messages.ts";

/** Apart from the rest: all that a button says of a connection's health. */
export const stateNames: ConnectionMessages["state"] = {
  operational: "Connected",
  degraded: "Retrying",
  failed: "Needs attention",
  gone: "No longer connected",
  unknown: "Status unknown",
};

export const connectionMessages: ConnectionMessages = {
  state: stateNames,
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
