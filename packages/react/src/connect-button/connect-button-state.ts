import type { ConnectPhase } from "../session/session-state.ts";

/**
 * Where one platform stands for one viewer.
 *
 * - `loading`: the accounts are not known yet.
 * - `idle`: nothing is connected.
 * - `preparing`, `open`, `saving`: a connect session is on its way.
 * - `connected`: one account or several; the button opens a menu.
 * - `needs-attention`: at least one account has to be signed in again.
 * - `error`: the last attempt failed; the button tries again.
 */
export type ConnectButtonState =
  | "loading"
  | "idle"
  | "preparing"
  | "open"
  | "saving"
  | "connected"
  | "needs-attention"
  | "error";

/** The one place where a button's state is decided. */
export function connectButtonState(facts: {
  /** Of the session that this button starts, for a new account or for one to reconnect. */
  phase: ConnectPhase;
  isLoading: boolean;
  hasFailed: boolean;
  accountCount: number;
  attentionCount: number;
}): ConnectButtonState {
  const { phase } = facts;
  if (phase === "preparing" || phase === "saving") return phase;
  // Until the list shows it.
  if (phase === "connected") return "saving";
  if (phase !== "idle") return "open";
  if (facts.isLoading) return "loading";
  if (facts.hasFailed) return "error";
  if (facts.attentionCount > 0) return "needs-attention";
  return facts.accountCount > 0 ? "connected" : "idle";
}

/** Whether a connect session is on its way. */
export const isBusy = (state: ConnectButtonState): boolean =>
  state === "preparing" || state === "open" || state === "saving";
