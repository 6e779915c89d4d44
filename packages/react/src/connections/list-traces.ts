import type { Connection } from "@authkit-ui/contract";
import type { Notice } from "../messages/session-messages.ts";

/** What did not work with an account, and what to do again. */
export interface Problem {
  notice: Notice;
  retry: () => void;
}

/** What a list remembers beyond the accounts themselves. */
export interface ListTraces {
  /** The account that is being asked about, and what to give the focus back to. */
  asked: { connection: Connection; opener: Element | null } | null;
  /** Disconnected a moment ago. */
  removed: readonly Connection[];
  problems: ReadonlyMap<string, Problem>;
}

/** Changes them. */
export type ChangeTraces = (change: (current: ListTraces) => ListTraces) => void;

export const noTraces: ListTraces = { asked: null, removed: [], problems: new Map() };
