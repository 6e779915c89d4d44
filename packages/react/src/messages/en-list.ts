import { listLabels } from "./en-list-labels.ts";
import type { ListMessages } from "./list-messages.ts";

export const listMessages: ListMessages = {
  ...listLabels,
  rename: "Rename",
  addAnother: (name) => `Add another ${name} account`,
  disconnect: "Disconnect",
  disconnectItem: "Disconnect…",
  removeItem: "Remove…",
  nameLabel: (account) => `Name of ${account}`,
  save: "Save",
  cancel: "Cancel",
  disconnectQuestion: ["Disconnect ", "?"],
  disconnectWarning: (name) =>
    `Everything here that uses this ${name} account stops straight away. You can connect it again at any time.`,
  keep: "Keep connected",
  disconnecting: "Disconnecting…",
  disconnected: ["", " disconnected"],
  disconnectedStatus: (account) => `${account} is disconnected.`,
  connectAgain: "Connect again",
  connectAgainAccount: (account) => `Connect again: ${account}`,
  notDisconnected: (name) => ({
    title: "Couldn’t disconnect",
    text: `${name} didn’t answer. It’s still connected.`,
  }),
  notRenamed: { title: "Couldn’t rename", text: "The old name is back. Try again." },
  renamedStatus: (account) => `Renamed to ${account}.`,
};
