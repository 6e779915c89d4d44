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
  identityType: IdentityType;
  /** Whether it renews an existing connection. */
  reconnect: boolean;
}

/**
 * What `onEvent` hears. Names and fields are stable; no event carries an id, a key, an account,
 * or what somebody typed.
 */
export type ConnectEvent =
  | ({ name: "connect_started" } & SessionEventProps)
  /** AuthKit's page came to life; `duration` is milliseconds since the start. */
  | ({ name: "connect_opened"; duration: number } & SessionEventProps)
  /** AuthKit's page gave no sign of life in time. */
  | ({ name: "connect_blocked" } & SessionEventProps)
  | ({ name: "connect_refused"; code: ConnectErrorCode } & SessionEventProps)
  /** Once per stored connection. */
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
  /** The person has answered a request for a connection, and the server has settled it. */
  | {
      name: "request_settled";
      platform: string;
      reason: ConnectionRequestReason;
      status: ConnectionRequestStatus;
    }
  /** The server did not take the answer; the request is still pending. */
  | { name: "request_failed"; platform: string; code: ConnectErrorCode }
  /** Once per settled search; `length` counts the characters typed. */
  | { name: "gallery_searched"; length: number; results: number }
  /** `category` is `null` for all, and an empty text for those without one. */
  | { name: "gallery_category_selected"; category: string | null; results: number };
