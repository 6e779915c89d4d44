import { accountName } from "../connections/account-name.ts";
import { displayName } from "../connectors/display-name.ts";
import type { SessionSnapshot } from "./session-slot.ts";

/** What to call the account that this session stored last, or `null`. */
export function lastAccount({ connections, connector }: SessionSnapshot): string | null {
  const connection = connections.at(-1);
  if (!connection) return null;
  // Without a platform the session has no connector of its own.
  return accountName(connection, displayName(connection.platform, connector ?? undefined));
}
