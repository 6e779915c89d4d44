import type { ListLabels } from "./list-messages.ts";

/** Apart from what an account's commands say, which is loaded with them. */
export const listLabels: ListLabels = {
  title: "Connected accounts",
  refresh: "Refresh",
  needAttention: (count) => (count === 1 ? "1 needs attention" : `${count} need attention`),
  reconnect: "Reconnect",
  reconnectAccount: (account) => `Reconnect ${account}`,
  options: (account) => `Options for ${account}`,
  added: (date) => `Added ${date}`,
  loading: "Loading your accounts…",
  empty: {
    title: "No accounts connected yet",
    text: "Connect Gmail, Slack or another tool and it will appear here.",
  },
  browse: "Browse integrations",
  error: {
    title: "Your accounts didn’t load",
    text: "They are safe. Only this list couldn’t be read.",
  },
  tryAgain: "Try again",
  reference: "Reference",
  stale: (time) => `${time === null ? "" : `As of ${time}. `}The latest list couldn’t be read.`,
  offline: "You’re offline. This list is from before.",
};
