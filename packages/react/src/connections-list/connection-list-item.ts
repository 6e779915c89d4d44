import type { Connection, ConnectionState } from "@authkit-ui/contract";
import type { Notice } from "../messages/session-messages.ts";
import type { LazyModule } from "../ui/lazy-module.ts";

/** How a row stands while its connection's own state is not what matters. */
export type TransientRowState = "editing" | "problem" | "removed";

/** How a row stands. */
export type RowState = ConnectionState | TransientRowState;

/** One account, with what its connector is called and how it stands in this list. */
export interface ConnectionListItem {
  connection: Connection;
  /** Connector's display name. */
  name: string;
  image: string | null;
  /** Why no more accounts of it can be connected. */
  unavailable?: string | undefined;
  /** Disconnected a moment ago. */
  isRemoved?: boolean | undefined;
  /** A connect session renews it. */
  isReconnecting?: boolean | undefined;
  /** The last thing tried with it did not work. */
  problem?: Notice | undefined;
}

/** What a row can be asked to do. A callback is `null` where nothing of the kind is offered. */
export interface RowActions {
  onReconnect: (connection: Connection) => void;
  onConnect: ((platform: string) => void) | null;
  onRename: (connection: Connection, name: string) => void;
  onDisconnect: (connection: Connection) => void;
  /** Again, what did not work. */
  onRetry: (connection: Connection) => void;
  /** The trace of a disconnected account may go. */
  onDismiss: (connection: Connection) => void;
}

/** Code that rows need once somebody acts on them. */
export type RowParts = LazyModule<typeof import("./row-parts.ts")>;
