import type { ConnectionRequestReason } from "@authkit-ui/contract";
import { type ActionEffect, accessAllows } from "../connections/access.ts";
import { isBroken } from "../connections/requirements.ts";
import type { StoredConnection } from "../store/connect-store.ts";

/** The account that a call uses, or why the person must be asked for one. */
export type AccountChoice =
  | { account: StoredConnection }
  | { account: null; reason: ConnectionRequestReason; candidates: StoredConnection[] }
  /** No account of the platform may be used for the call; this is one of them. */
  | { account: null; reason: "denied"; denied: StoredConnection };

const ask = (
  reason: ConnectionRequestReason,
  candidates: StoredConnection[] = [],
): AccountChoice => ({ account: null, reason, candidates });

/**
 * Never guesses: an account is only used if it was chosen, or if nothing was chosen and no other
 * account works. An account whose level of access does not allow the effect is not offered.
 */
export function chooseAccount(
  rows: readonly StoredConnection[],
  { platform, effect, chosen }: { platform: string; effect: ActionEffect; chosen: string | null },
): AccountChoice {
  const accounts = rows.filter((row) => row.platform === platform);
  const candidates = accounts.filter(({ access }) => accessAllows(access, effect));
  const denied = accounts.find(({ access, id }) => !accessAllows(access, effect) && id === chosen);
  if (denied) return { account: null, reason: "denied", denied };
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
  if (candidates.length > 0) return ask("broken", candidates);
  const [first] = accounts;
  return first ? { account: null, reason: "denied", denied: first } : ask("missing");
}
