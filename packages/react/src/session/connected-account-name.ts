import { accountName } from "../messages/account-name.ts";
import { displayName } from "../messages/display-name.ts";
import type { SessionState } from "./session-state.ts";

/** What to call the account that this session stored last, or `null`. */
export function connectedAccountName({ connections, connector }: SessionState): string | null {
  const connection = connections.at(-1);
  if (!connection) return null;
  // Without a platform the session has no connector of its own.
  return accountName(connection, displayName(connection.platform, connector ?? undefined));
}
