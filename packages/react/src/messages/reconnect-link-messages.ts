/** Texts for links that ask to reconnect an account. */
export interface ReconnectLinkMessages {
  /** The texts before and after the account's label. */
  question: readonly [before: string, after: string];
  notNow: string;
  /** The account works again: the texts before and after its label. */
  mended: readonly [before: string, after: string];
  /** The viewer has no such account: it is somebody else's, or was disconnected. */
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
