import type {
  ConnectionAccess,
  ConnectionRequestReason,
  ConnectionRequestStatus,
  ConnectionState,
  IdentityType,
} from "@authkit-ui/contract";
import type { ConnectErrorCode } from "../api/connect-error.ts";
import type { ConnectFailure } from "./connect-outcome.ts";

/** What a connect session was for. */
export interface SessionEventProps {
  /** Absent: opened without a platform. */
  platform?: string | undefined;
  /** Whom the connection belongs to. */
  identityType: IdentityType;
  /** Whether it reconnects an existing connection. */
  reconnect: boolean;
}

/**
 * What `onEvent` is called with. Names and fields are stable. No event carries an id, a key, an
 * account, or what somebody typed. A `duration` is in milliseconds since the session started.
 *
 * - `connect_started`: a connect session has started.
 * - `connect_opened`: AuthKit's page has come to life.
 * - `connect_blocked`: AuthKit's page gave no sign of life in time.
 * - `connect_refused`: AuthKit's page was denied its token.
 * - `connect_succeeded`: a connection was stored. It is sent once for each.
 * - `connect_cancelled`: the person, or `close()`, has closed the dialog with nothing wrong.
 * - `connect_failed`: the session has ended in failure.
 * - `disconnect_confirmed`, `disconnect_succeeded`, `disconnect_failed`: the person has confirmed a
 *   disconnect, and the server has done it or not.
 * - `connection_renamed`, `connection_access_changed`: the person has changed an account.
 * - `request_settled`: the person has answered a request for a connection, and the server has settled
 *   it.
 * - `request_failed`: the server did not take the answer, and the request is still pending.
 * - `gallery_searched`: a search has settled. `length` counts the characters typed.
 * - `gallery_category_selected`: `category` is `null` for all, and an empty text for those without
 *   one.
 */
export type ConnectEvent =
  | ({ name: "connect_started" } & SessionEventProps)
  | ({ name: "connect_opened"; duration: number } & SessionEventProps)
  | ({ name: "connect_blocked" } & SessionEventProps)
  | ({ name: "connect_refused"; code: ConnectErrorCode } & SessionEventProps)
  | ({ name: "connect_succeeded"; duration: number } & SessionEventProps)
  | ({ name: "connect_cancelled"; duration: number } & SessionEventProps)
  | ({
      name: "connect_failed";
      outcome: ConnectFailure;
      code: ConnectErrorCode;
      duration: number;
    } & SessionEventProps)
  | { name: "disconnect_confirmed"; platform: string; state: ConnectionState }
  | { name: "disconnect_succeeded"; platform: string }
  | { name: "disconnect_failed"; platform: string; code: ConnectErrorCode }
  | { name: "connection_renamed"; platform: string }
  | { name: "connection_access_changed"; platform: string; access: ConnectionAccess }
  | {
      name: "request_settled";
      platform: string;
      reason: ConnectionRequestReason;
      status: ConnectionRequestStatus;
    }
  | { name: "request_failed"; platform: string; code: ConnectErrorCode }
  | { name: "gallery_searched"; length: number; results: number }
  | { name: "gallery_category_selected"; category: string | null; results: number };
