import type { ConnectionState } from "@authkit-ui/contract";
import type { AttentionMessages } from "../messages/attention-messages.ts";

/** The account that needs attention most. */
export interface WorstAccount {
  /** The account's label. */
  account: string;
  /** The connector's display name. */
  name: string;
  state: ConnectionState;
}

/**
 * What the banner says: how many accounts need attention, or which one. The texts before and after
 * the account's label are separate, because the label has its own text direction.
 */
export function attentionSentence(
  messages: AttentionMessages,
  count: number,
  { account, state }: WorstAccount,
): [before: string, account: string, after: string] {
  if (count !== 1) return [messages.accounts(count), "", ""];
  const [before, after] = state === "gone" ? messages.gone : messages.signIn;
  return [before, account, after];
}
