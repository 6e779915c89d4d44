import { accountName } from "../connections/account-name.ts";
import type { SessionSnapshot } from "./session-slot.ts";

/** What to call the account that this session stored last, or `null`. */
export function lastAccount({ connections, connector }: SessionSnapshot): string | null {
  const connection = connections.at(-1);
  return connection ? accountName(connection, connector?.name) : null;
}
