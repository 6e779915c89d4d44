import type { ConnectionRequestReason } from "@authkit-ui/contract";
import { isBroken } from "../connections/requirements.ts";
import type { StoredConnection } from "../store/connect-store.ts";

/** The account that a call uses, or why the person must be asked for one. */
export type AccountChoice =
  | { account: StoredConnection }
  | { account: null; reason: ConnectionRequestReason; candidates: StoredConnection[] };

const ask = (
  reason: ConnectionRequestReason,
  candidates: StoredConnection[] = [],
): AccountChoice => ({ account: null, reason, candidates });

/**
 * Never guesses: an account is only used if it was chosen, or if nothing was chosen and no other
 * account works.
 */
export function chooseAccount(
  rows: readonly StoredConnection[],
  { platform, chosen }: { platform: string; chosen: string | null },
): AccountChoice {
  const candidates = rows.filter((row) => row.platform === platform);
  const working = candidates.filter((row) => !isBroken(row));
  const [only] = working;
  if (chosen !== null) {
    const account = candidates.find(({ id }) => id === chosen);
    if (account) return isBroken(account) ? ask("broken", [account]) : { account };
    // It has been disconnected: the person decides what takes its place, even if one is left.
    if (only) return ask("choose", working);
  }
  if (working.length > 1) return ask("choose", working);
  if (only) return { account: only };
  return candidates.length > 0 ? ask("broken", candidates) : ask("missing");
}
