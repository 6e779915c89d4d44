import type { ConnectionRequestReason } from "@authkit-ui/contract";

/** Texts of `ConnectRequest`. `name` is a connector's display name. */
export interface ConnectRequestMessages {
  title: (reason: ConnectionRequestReason, name: string) => string;
  /** The group of accounts to choose from. */
  accounts: (name: string) => string;
  useAccount: string;
  connectAnother: string;
  notNow: string;
  loading: string;
  /** Another request of the page is connecting the same platform. */
  waiting: (name: string) => string;
  /** The server does not take the account that was connected or chosen. */
  refused: { title: string; text: string };
  /** Follows the title of a failure. */
  notAnswered: string;
  /** Follows the title of a failure after which nobody knows what has become of the call. */
  notContinued: string;
  /** The person has said no. */
  declined: string;
  /** Nobody can answer the request any more. */
  unavailable: string;
  /** Spoken when the request is settled with this account. */
  continuing: (account: string) => string;
}

/** The English of {@link ConnectRequestMessages}. */
export const connectRequestEnglish: ConnectRequestMessages = {
  title: (reason, name) =>
    ({
      missing: `Connect ${name} to continue`,
      broken: `Reconnect ${name} to continue`,
      choose: `Choose a ${name} account to continue`,
    })[reason],
  accounts: (name) => `${name} accounts`,
  useAccount: "Use this account",
  connectAnother: "Connect another account",
  notNow: "Not now",
  loading: "Checking your accounts…",
  waiting: (name) =>
    `${name} is being connected for another request. This one then continues by itself.`,
  refused: {
    title: "This account can’t be used here",
    text: "It may lack the access that is needed. Use another account.",
  },
  notAnswered: "Your answer wasn’t saved. Try again in a moment.",
  notContinued: "The result hasn’t arrived yet. Try again in a moment.",
  declined: "Not now",
  unavailable: "No longer available",
  continuing: (account) => `Continuing with ${account}.`,
};
