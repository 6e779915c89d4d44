"use client";

import { useCallback, useEffect, useState } from "react";
import { ConnectError } from "../api/connect-error.ts";

/** What can be done with accounts that are connected. */
type AccountCommands = typeof import("./account-commands.ts");

const load = () => import("./account-commands.ts");

/**
 * Menu and question of the connect button. Only people with accounts need them, so they are loaded
 * when there are some; `get` waits for them, and rejects when they cannot be had.
 */
export function useAccountCommands(hasAccounts: boolean): {
  commands: AccountCommands | null;
  /** @throws ConnectError `network` */
  get: () => Promise<void>;
} {
  const [commands, setCommands] = useState<AccountCommands | null>(null);
  const get = useCallback(async () => {
    try {
      setCommands(await load());
    } catch (cause) {
      throw new ConnectError("network", "The kit's menu could not be loaded.", { cause });
    }
  }, []);
  useEffect(() => {
    // A press tries again, and says what is wrong.
    if (hasAccounts) get().catch(() => {});
  }, [hasAccounts, get]);
  return { commands, get };
}
