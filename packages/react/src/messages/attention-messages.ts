/** Texts of `AttentionBanner`. */
export interface AttentionMessages {
  /** Several accounts need attention. */
  accounts: (count: number) => string;
  /** One account needs a new sign-in: the texts before and after its label. */
  signIn: readonly [before: string, after: string];
  /** One account's access was revoked: the texts before and after its label. */
  gone: readonly [before: string, after: string];
  dismiss: string;
}

/** The English of {@link AttentionMessages}. */
export const attentionEnglish: AttentionMessages = {
  accounts: (count) =>
    count === 1 ? "1 account needs attention" : `${count} accounts need attention`,
  signIn: ["", " needs you to sign in again"],
  gone: ["", " is no longer connected"],
  dismiss: "Dismiss",
};
