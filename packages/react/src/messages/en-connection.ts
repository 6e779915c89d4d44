import type { ButtonMessages } from "./button-messages.ts";
import type { ConnectionMessages } from "./connection-messages.ts";

export const connectionMessages: ConnectionMessages = {
  state: {
    operational: "Connected",
    degraded: "Retrying",
    failed: "Needs attention",
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

export const buttonMessages: ButtonMessages = {
  connect: (name) => `Connect ${name}`,
  connecting: "Connecting…",
  saving: "Saving…",
  connected: (count) => (count === 1 ? "Connected" : `${count} connected`),
  reconnect: (name) => `Reconnect ${name}`,
  tryAgain: "Try again",
  tryConnectingAgain: (name) => `Try again to connect ${name}`,
  accounts: (count, name) => (count === 1 ? `1 ${name} account` : `${count} ${name} accounts`),
  addAnother: "Add another account",
  reconnectItem: "Reconnect",
  disconnectItem: "Disconnect…",
  back: "All accounts",
};
