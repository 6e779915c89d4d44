/** Texts of the question that a link to an account's Reconnect opens. */
export interface ReconnectLinkMessages {
  /** Before and after the account's name. */
  question: readonly [before: string, after: string];
  notNow: string;
  /** The account needs nothing any more: before and after its name. */
  mended: readonly [before: string, after: string];
  /** The account is not among the viewer's: it is somebody else's, or was disconnected. */
  unknown: string;
}

/** The English of {@link ReconnectLinkMessages}. */
export const reconnectLinkEnglish: ReconnectLinkMessages = {
  question: ["Reconnect ", "?"],
  notNow: "Not now",
  mended: ["", " works again. There is nothing to do."],
  unknown:
    "The account in this link isn’t among yours. It was disconnected, or you’re signed in as someone else.",
};
