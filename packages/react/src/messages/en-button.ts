import type { ButtonMessages } from "./button-messages.ts";

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
