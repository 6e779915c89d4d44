import type { ButtonLabels } from "./button-messages.ts";

/** Apart from the menu's texts, which are loaded with it. */
export const buttonLabels: ButtonLabels = {
  connect: (name) => `Connect ${name}`,
  connecting: "Connecting…",
  saving: "Saving…",
  connected: (count) => (count === 1 ? "Connected" : `${count} connected`),
  reconnect: (name) => `Reconnect ${name}`,
  tryAgain: "Try again",
  tryConnectingAgain: (name) => `Try again to connect ${name}`,
  accounts: (count, name) => (count === 1 ? `1 ${name} account` : `${count} ${name} accounts`),
};
