import type { ConnectionAccess } from "@authkit-ui/contract";
import type { Notice } from "./session-messages.ts";

/**
 * Texts of `ConnectionsList`. `name` is a connector's display name, `account` what people call the
 * account: the given name, else the address, else the connector.
 */
export interface ListMessages {
  title: string;
  refresh: string;
  needAttention: (count: number) => string;
  reconnect: string;
  reconnectAccount: (account: string) => string;
  options: (account: string) => string;
  rename: string;
  addAnother: (name: string) => string;
  disconnect: string;
  /** Menu item: opens a question. */
  disconnectItem: string;
  /** Menu item of an account that is gone at Pica already. */
  removeItem: string;
  nameLabel: (account: string) => string;
  save: string;
  cancel: string;
  /** `date` is already in words. */
  added: (date: string) => string;
  /**
   * Before and after the name of whoever added it, which is set apart from the text's direction; `date`
   * is already in words, and `null` where it is said elsewhere or not at all.
   */
  addedBy: (date: string | null) => readonly [before: string, after: string];
  /** `date` is already in words, e.g. `3 days ago`. */
  lastUsed: (date: string) => string;
  loading: string;
  empty: Notice;
  browse: string;
  error: Notice;
  tryAgain: string;
  reference: string;
  /** `time` of the last good answer, in words; `null`: older than any answer of this page. */
  stale: (time: string | null) => string;
  offline: string;
  /** Before and after the account's name, which is set apart from the text's direction. */
  disconnectQuestion: readonly [before: string, after: string];
  /** What stops working; `name` of the connector. */
  disconnectWarning: (name: string) => string;
  keep: string;
  disconnecting: string;
  /** The texts before and after the account's label. */
  disconnected: readonly [before: string, after: string];
  disconnectedStatus: (account: string) => string;
  connectAgain: string;
  connectAgainAccount: (account: string) => string;
  /** Label of the button that dismisses the row of a disconnected account. */
  dismissAccount: (account: string) => string;
  notDisconnected: (name: string) => Notice;
  notRenamed: Notice;
  renamedStatus: (account: string) => string;
  /** Above the levels in the menu. */
  accessLabel: string;
  /** What an account may be used for, after `accessLabel`. */
  accessLevel: Record<ConnectionAccess, string>;
  /** Shown in the row of an account that may not be used for everything. */
  accessFact: Record<Exclude<ConnectionAccess, "full">, string>;
  accessNotChanged: Notice;
  accessStatus: (account: string, access: ConnectionAccess) => string;
}
