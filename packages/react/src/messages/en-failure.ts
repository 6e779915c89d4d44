import { type ConnectErrorCode, isConfigurationFault } from "../api/connect-error.ts";
import { unreachable } from "./en-chunk-error.ts";
import type { FailureFacts, Notice } from "./session-messages.ts";

const nothing = "Nothing was connected.";

function wait(seconds: number | null): string {
  if (seconds === null) return "Wait a moment, then try again.";
  return seconds === 1 ? "Try again in 1 second." : `Try again in ${seconds} seconds.`;
}

/** Apart from the dialog's texts: a button or a card says it where no dialog is on the page. */
export function failure(code: ConnectErrorCode, facts: FailureFacts): Notice {
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
      return unreachable;
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
