import type { ConnectionState } from "@authkit-ui/contract";
import type { AttentionMessages } from "../messages/attention-messages.ts";

/** The account that needs attention most. */
export interface WorstAccount {
  /** The account's label. */
  account: string;
  state: ConnectionState;
}

/** The account's label, which has its own text direction, is apart from the texts around it. */
export type AttentionSentence = [before: string, account: string, after: string];

/** What the banner says: how many accounts need attention, or which one. */
export function attentionSentence(
  messages: AttentionMessages,
  count: number,
  { account, state }: WorstAccount,
): AttentionSentence {
  if (count !== 1) return [messages.accounts(count), "", ""];
  const [before, after] = state === "gone" ? messages.gone : messages.signIn;
  return [before, account, after];
}
