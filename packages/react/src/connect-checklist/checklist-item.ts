/**
 * The state of a row of the checklist.
 *
 * - `missing`: no account is connected.
 * - `broken`: there is an account, and it needs attention.
 * - `busy`: a connect session is on its way.
 * - `error`: the last attempt failed.
 * - `met`: an account works.
 */
export type ChecklistRowState = "missing" | "broken" | "busy" | "error" | "met";

/** A button of a row: a platform to connect, or the account to reconnect. */
export interface ChecklistChoice {
  platform: string;
  label: string;
  /** What assistive technology says in its place; it contains the label. */
  spoken?: string | undefined;
  /** The running connect session is this one's. */
  isRunning: boolean;
  onPress: () => void;
}

/** One requirement as a row. */
export interface ChecklistItem {
  key: string;
  state: ChecklistRowState;
  /** The names of the platforms of which one is enough, or of the one that is connected. */
  name: string;
  logos: readonly { platform: string; name: string; image: string | null }[];
  isOptional: boolean;
  /** Id of the connection that meets it, or that is broken. */
  connectionId?: string | undefined;
  /** What people call the account that meets it. */
  account?: string | undefined;
  /** Why it is broken, unavailable, or was not connected. */
  detail?: string | undefined;
  choices: readonly ChecklistChoice[];
  /** Whether it is the one to do next. */
  isNext: boolean;
}
