import { type ConnectErrorCode, isConfigurationFault } from "../api/connect-error.ts";
import type { ButtonMessages } from "./button-messages.ts";
import type { ConnectionMessages } from "./connection-messages.ts";
import type { GalleryMessages } from "./gallery-messages.ts";
import type { ListMessages } from "./list-messages.ts";
import type { Messages } from "./messages.ts";
import type { FailureFacts, Notice, SessionMessages } from "./session-messages.ts";

const nothing = "Nothing was connected.";

function wait(seconds: number | null): string {
  if (seconds === null) return "Wait a moment, then try again.";
  if (seconds === 0) return "You can try again now.";
  return seconds === 1 ? "Try again in 1 second." : `Try again in ${seconds} seconds.`;
}

function failure(code: ConnectErrorCode, facts: FailureFacts): Notice {
  const name = facts.name ?? "this account";
  switch (code) {
    case "frame_blocked":
      return {
        title: "The sign-in page didn’t load",
        text: `An ad blocker or your network may be stopping ${facts.host || "it"}. Allow it, then try again. ${nothing}`,
      };
    case "offline":
      return {
        title: "You’re offline",
        text: `${nothing} It goes on by itself when you’re back online.`,
      };
    case "network":
      return {
        title: "Couldn’t reach the server",
        text: `${nothing} Check your connection, then try again.`,
      };
    case "timeout":
    case "upstream_timeout":
      return {
        title: "This took too long",
        text: `The server didn’t answer in time. ${nothing} Try again.`,
      };
    case "unauthorized":
      return {
        title: "You’re signed out",
        text: `${nothing} Sign in again, then connect ${name}.`,
      };
    case "forbidden":
    case "identity_type_unavailable":
      return {
        title: `You can’t connect ${name}`,
        text: facts.reason ?? `Your role doesn’t include it. ${nothing} Ask an administrator.`,
      };
    case "platform_not_enabled":
      return {
        title: `${facts.name ?? "This integration"} isn’t available`,
        text: `It isn’t turned on here. ${nothing} Ask an administrator to turn it on.`,
      };
    case "rate_limited":
    case "upstream_rate_limited":
      return { title: "Too many attempts", text: `${nothing} ${wait(facts.seconds)}` };
    case "upstream_quota_exceeded":
      return {
        title: "Connecting is paused",
        text: `The connection service’s plan is used up. ${nothing} Tell an administrator.`,
      };
    case "not_found":
      return {
        title: "This account is no longer connected",
        text: "It was disconnected meanwhile. You can connect it as a new account.",
      };
    case "ticket_invalid":
    case "ticket_expired":
    case "ticket_spent":
    case "session_ended":
      return { title: "This sign-in has ended", text: `${nothing} Start again.` };
    case "frame_error":
      return {
        title: `${facts.name ?? "The account"} wasn’t connected`,
        text: facts.reason ?? "Try again.",
      };
    default:
      if (isConfigurationFault(code)) {
        return {
          title: "Connecting isn’t set up yet",
          text: `This product’s connection setup isn’t complete. ${nothing} Tell an administrator.`,
        };
      }
      return {
        title: "Something went wrong on our side",
        text: `${nothing} Try again in a moment.`,
      };
  }
}

const sessionMessages: SessionMessages = {
  title: (name) => (name ? `Connect ${name}` : "Connect an account"),
  reconnectTitle: (name) => `Reconnect ${name}`,
  close: "Close",
  tryAgain: "Try again",
  startAgain: "Start again",
  reference: "Reference",
  frameTitle: (name) => (name ? `Sign in to ${name}` : "Choose an account to connect"),
  willAskTo: ["Will ask to: ", ""],
  otherPermissions: (count) => (count === 1 ? "do 1 more thing" : `do ${count} more things`),
  opening: (name) => (name ? `Opening ${name}…` : "Opening…"),
  openingHint: (name) =>
    name
      ? `You’ll sign in to ${name} and choose what to share.`
      : "You’ll choose an account and sign in to it.",
  stillOpening: (name) => ({
    title: name ? `Still opening ${name}…` : "Still opening…",
    text: "This is taking longer than usual. You can wait, or close and try later.",
  }),
  ready: (name) => (name ? `The ${name} sign-in page is ready.` : "The list of accounts is ready."),
  expired: {
    title: "This sign-in has timed out",
    text: "For your safety it is only good for ten minutes. Nothing was connected.",
  },
  saving: (name) => ({
    title: name ? `Saving your ${name} account…` : "Saving your account…",
    text: "Nearly done. Keep this window open a moment.",
  }),
  notSaved: (name) => ({
    title: name ? `Couldn’t save your ${name} account` : "Couldn’t save your account",
    text: "The sign-in worked and isn’t lost. Try again to add it to your list.",
  }),
  connected: (account) => ({
    title: `${account} is connected`,
    text: "It’s in your connected accounts. Rename or disconnect it there.",
  }),
  connectedStatus: (account) => `${account} is connected.`,
  failure,
};

const connectionMessages: ConnectionMessages = {
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

const buttonMessages: ButtonMessages = {
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

const listMessages: ListMessages = {
  title: "Connected accounts",
  refresh: "Refresh",
  needAttention: (count) => (count === 1 ? "1 needs attention" : `${count} need attention`),
  reconnect: "Reconnect",
  reconnectAccount: (account) => `Reconnect ${account}`,
  options: (account) => `Options for ${account}`,
  rename: "Rename",
  addAnother: (name) => `Add another ${name} account`,
  disconnect: "Disconnect",
  disconnectItem: "Disconnect…",
  removeItem: "Remove…",
  nameLabel: (account) => `Name of ${account}`,
  save: "Save",
  cancel: "Cancel",
  added: (date) => `Added ${date}`,
  addedBy: (date) => ["Added by ", date === null ? "" : `, ${date}`],
  lastUsed: (date) => `Last used ${date}`,
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
  disconnectQuestion: ["Disconnect ", "?"],
  disconnectWarning: (name) =>
    `Everything here that uses this ${name} account stops straight away. You can connect it again at any time.`,
  keep: "Keep connected",
  disconnecting: "Disconnecting…",
  disconnected: ["", " disconnected"],
  disconnectedStatus: (account) => `${account} is disconnected.`,
  connectAgain: "Connect again",
  connectAgainAccount: (account) => `Connect again: ${account}`,
  dismissAccount: (account) => `Dismiss: ${account}`,
  notDisconnected: (name) => ({
    title: "Couldn’t disconnect",
    text: `${name} didn’t answer. It’s still connected.`,
  }),
  notRenamed: { title: "Couldn’t rename", text: "The old name is back. Try again." },
  renamedStatus: (account) => `Renamed to ${account}.`,
  accessLabel: "May be used for",
  accessLevel: { full: "Everything", read: "Reading only", off: "Nothing" },
  accessFact: { read: "May be read, not changed", off: "May not be used" },
  accessNotChanged: {
    title: "Couldn’t change this",
    text: "What it may be used for is as before. Try again.",
  },
  accessStatus: (account, access) =>
    ({
      full: `${account} may be used for everything.`,
      read: `${account} may be read, not changed.`,
      off: `${account} may not be used.`,
    })[access],
};

const integrations = (count: number) => (count === 1 ? "1 integration" : `${count} integrations`);

const galleryMessages: GalleryMessages = {
  title: "Add an integration",
  searchLabel: "Search integrations",
  search: (count) => (count === 0 ? "Search integrations" : `Search ${integrations(count)}`),
  // The kit knows the common English words by itself.
  searchWords: {},
  clearSearch: "Clear search",
  allCategories: "All categories",
  otherCategory: "Other",
  filterByCategory: "Filter by category",
  findCategory: "Find a category",
  noCategory: (search) => `No category called “${search}”`,
  featured: "Featured",
  recent: "Recently connected",
  more: "More integrations",
  results: (count, category) =>
    category === null ? integrations(count) : `${integrations(count)} in ${category}`,
  resultsStatus: (count) =>
    count === 0 ? "No integrations found." : `${integrations(count)} found.`,
  showAll: "Show all",
  connect: "Connect",
  connectPlatform: (name) => `Connect ${name}`,
  addAnother: "Add another",
  addAnotherPlatform: (name) => `Add another ${name} account`,
  reconnect: "Reconnect",
  reconnectPlatform: (name) => `Reconnect ${name}`,
  tryAgain: "Try again",
  tryConnectingAgain: (name) => `Try again to connect ${name}`,
  connected: (count) => (count === 1 ? "Connected" : `${count} connected`),
  needsAttention: "Needs attention",
  notConnected: "Not connected",
  unavailable: "Not available",
  showMore: (count) => `Show ${count} more`,
  showEarlier: (count) => `Show ${count} earlier`,
  shown: (shown, total) => `${shown} of ${total} shown`,
  loading: "Loading integrations…",
  noMatch: (search) => `Nothing called “${search}”`,
  noMatchInCategory: (search, category) => `Nothing called “${search}” in ${category}`,
  didYouMean: ["Did you mean ", "?"],
  noMatchHint: "Check the spelling, or search for something else.",
  clear: "Clear search",
  empty: {
    title: "No integrations are available yet",
    text: "Someone who manages this app has to switch them on first.",
  },
  error: {
    title: "Integrations didn’t load",
    text: "Accounts you have already connected are not affected.",
  },
  reference: "Reference",
  stale: (time) => `${time === null ? "" : `As of ${time}. `}The latest list couldn’t be read.`,
  refresh: "Refresh",
  offline: "You’re offline. Connecting works again once you’re back.",
};

/** English: the language that the kit brings along. */
export const en: Messages = {
  session: sessionMessages,
  connection: connectionMessages,
  button: buttonMessages,
  list: listMessages,
  gallery: galleryMessages,
};
