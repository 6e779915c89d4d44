import type { ConnectErrorCode } from "../api/connect-error.ts";
import type { FailureFacts, Notice, SessionMessages } from "./session-messages.ts";

const nothing = "Nothing was connected.";

function wait(seconds: number | null): string {
  if (seconds === null) return "Wait a moment, then try again.";
  return seconds === 1 ? "Try again in 1 second." : `Try again in ${seconds} seconds.`;
}

function failure(code: ConnectErrorCode, facts: FailureFacts): Notice {
  const name = facts.name ?? "this account";
  switch (code) {
    case "frame_blocked":
      return {
        title: "The sign-in page didn’t load",
        text: `An ad blocker or your network may be stopping ${facts.host}. Allow it, then try again. ${nothing}`,
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
    case "upstream_unauthorized":
    case "upstream_forbidden":
    case "misconfigured":
      return {
        title: "Connecting isn’t set up yet",
        text: `The connection service refused this site. ${nothing} Tell an administrator.`,
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
      return {
        title: "Something went wrong on our side",
        text: `${nothing} Try again in a moment.`,
      };
  }
}

export const sessionMessages: SessionMessages = {
  title: (name) => (name ? `Connect ${name}` : "Connect an account"),
  reconnectTitle: (name) => `Reconnect ${name}`,
  close: "Close",
  done: "Done",
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
