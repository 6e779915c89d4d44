import type { Connection, ConnectionAccess, ConnectionState } from "@authkit-ui/contract";
import type { Notice } from "../messages/session-messages.ts";

/** The state of a row that shows something else than its connection's own state. */
export type TransientRowState = "editing" | "error" | "removed";

/** The state of a row. */
export type RowState = ConnectionState | TransientRowState;

/** One account of the list. */
export interface ConnectionListItem {
  connection: Connection;
  connectorName: string;
  /** Distinct from the platform's other accounts. */
  accountLabel: string;
  image: string | null;
  /** Why no further account of the platform can be connected. */
  unavailable?: string | undefined;
  /** Whether the account was connected while the list was shown. */
  isNew?: boolean | undefined;
  /** The account was disconnected a moment ago. */
  isRemoved?: boolean | undefined;
  /** The running connect session reconnects the account. */
  isReconnecting?: boolean | undefined;
  /** Why the last change of the account failed. */
  problem?: Notice | undefined;
  /** Whether another attempt could succeed. @default true */
  canRetry?: boolean | undefined;
}

/** The callbacks of the list's rows. */
export interface RowActions {
  onReconnect: (connection: Connection) => void;
  /** `null` where no account can be added. */
  onConnect: ((platform: string) => void) | null;
  onRename: (connection: Connection, name: string) => void;
  onSetAccess: (connection: Connection, access: ConnectionAccess) => void;
  /** Opens the question that is asked before a disconnect. */
  onDisconnect: (connection: Connection) => void;
  /** Repeats the change that failed. */
  onRetry: (connection: Connection) => void;
  /** The row of a disconnected account has been shown long enough. */
  onDismiss: (connection: Connection) => void;
}
