import type { ConnectionState } from "@authkit-ui/contract";

/** Words for a connection's health, wherever it is shown. */
export interface ConnectionMessages {
  state: Record<ConnectionState, string>;
  /** Why, and what to do; an empty text where nothing is to be said. */
  detail: (state: ConnectionState, name: string) => string;
  /** Badge of an account of Pica's test environment. */
  test: string;
}
