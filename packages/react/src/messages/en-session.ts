import { failure } from "./en-failure.ts";
import type { SessionMessages } from "./session-messages.ts";

export const sessionMessages: SessionMessages = {
  title: (name) => (name ? `Connect ${name}` : "Connect an account"),
  reconnectTitle: (name) => `Reconnect ${name}`,
  close: "Close",
  tryAgain: "Try again",
  startAgain: "Start again",
  reference: "Reference",
  frameTitle: (name) => (name ? `Sign in to ${name}` : "Choose an account to connect"),
  opening: (name) => (name ? `Opening ${name}…` : "Opening…"),
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
