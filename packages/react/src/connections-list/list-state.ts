import type { Connection } from "@authkit-ui/contract";
import type { Notice } from "../messages/session-messages.ts";
import type { LayerOrigin } from "../ui/layer-origin.ts";

/** What did not work with an account, and what to do again. */
export interface Problem {
  notice: Notice;
  retry: () => void;
}

/** What a list remembers beyond the accounts themselves. */
export interface ListState {
  /** The account that is being asked about, and from where. */
  asked: { connection: Connection; origin: LayerOrigin } | null;
  /** Disconnected a moment ago. */
  removed: readonly Connection[];
  problems: ReadonlyMap<string, Problem>;
}

/** Changes them. */
export type UpdateListState = (change: (current: ListState) => ListState) => void;

export const initialListState: ListState = { asked: null, removed: [], problems: new Map() };
