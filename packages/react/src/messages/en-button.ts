import type { ButtonMessages } from "./button-messages.ts";
import { buttonLabels } from "./en-button-labels.ts";

export const buttonMessages: ButtonMessages = {
  ...buttonLabels,
  addAnother: "Add another account",
  reconnectItem: "Reconnect",
  disconnectItem: "Disconnect…",
  back: "All accounts",
};
