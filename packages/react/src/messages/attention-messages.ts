/** Texts of `AttentionBanner`. */
export interface AttentionMessages {
  /** Several accounts need attention. */
  accounts: (count: number) => string;
  /** One account has to be signed in to again: before and after its name. */
  signIn: readonly [before: string, after: string];
  /** One account's access was taken away: before and after its name. */
  gone: readonly [before: string, after: string];
  dismiss: string;
}

/** The English of {@link AttentionMessages}. */
export const attentionEnglish: AttentionMessages = {
  accounts: (count) => (count === 1 ? "1 account needs you" : `${count} accounts need you`),
  signIn: ["", " needs you to sign in again"],
  gone: ["", " is no longer connected"],
  dismiss: "Dismiss",
};
