/**
 * The state of a row of the checklist.
 *
 * - `missing`: no account is connected.
 * - `broken`: an account is connected, and it needs attention.
 * - `connecting`: a connect session is running.
 * - `error`: the last attempt failed.
 * - `met`: an account works.
 */
export type ChecklistRowState = "missing" | "broken" | "connecting" | "error" | "met";

/** A button of a row: a platform to connect, or the account to reconnect. */
export interface ChecklistChoice {
  platform: string;
  label: string;
  /** Accessible name of the button. It contains the label. */
  accessibleName?: string | undefined;
  /** Whether the running connect session is for this platform. */
  isRunning: boolean;
  onPress: () => void;
}

/** One requirement as a row. */
export interface ChecklistItem {
  key: string;
  state: ChecklistRowState;
  /** The names of the possible platforms, or of the connected one. */
  name: string;
  logos: readonly { platform: string; name: string; image: string | null }[];
  isOptional: boolean;
  /** Id of the connection that meets the requirement, or that is broken. */
  connectionId?: string | undefined;
  /** Label of the account that meets the requirement. */
  account?: string | undefined;
  /** Why the account is broken or unavailable, or was not connected. */
  detail?: string | undefined;
  choices: readonly ChecklistChoice[];
  /** Whether this row is the next one to do. */
  isNext: boolean;
}
