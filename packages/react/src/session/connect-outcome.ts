import type { Connection } from "@authkit-ui/contract";
import type { ConnectError, ConnectErrorCode } from "../api/connect-error.ts";

/**
 * Why a connect session ended without a connection.
 *
 * - `declined`: AuthKit's page reported an error (a declined consent, wrong credentials), and the
 *   dialog was closed after it.
 * - `blocked`: AuthKit's page never came to life.
 * - `timeout`: your server, or Pica behind it, did not answer in time.
 * - `unauthorized`: nobody is signed in to the product.
 * - `forbidden`: the product does not let this viewer connect this.
 * - `not_found`: there is no connection with the id to reconnect.
 * - `not_enabled`: the platform is unknown, or not enabled for AuthKit.
 * - `rate_limited`: too many requests; `error.retryAfter` says when.
 * - `upstream`: your server or Pica failed.
 * - `network`: the browser could not reach your server.
 * - `not_saved`: connected at Pica, but your server has not confirmed it. The kit reads the list again,
 *   which finds the account once the server answers.
 * - `misconfigured`: an option, the server's address, or a proxy before it is wrong; `error.message`
 *   says what to change.
 */
export type ConnectFailure =
  | "declined"
  | "blocked"
  | "timeout"
  | "unauthorized"
  | "forbidden"
  | "not_found"
  | "not_enabled"
  | "rate_limited"
  | "upstream"
  | "network"
  | "not_saved"
  | "misconfigured";

/**
 * How one connect session ended.
 *
 * - `connected`: `connection` is the last connection that was stored, `connections` are all of them,
 *   the oldest first. A session without a platform may store several.
 * - `cancelled`: closed by the person, or by `close()`, with nothing wrong.
 * - `busy`: another connect session is open on this page, and nothing was started.
 * - any `ConnectFailure`: `error` says why.
 */
export type ConnectOutcome =
  | {
      type: "connected";
      connection: Connection;
      connections: Connection[];
    }
  | { type: "cancelled" }
  | { type: "busy" }
  | { type: ConnectFailure; error: ConnectError };

const failures: Partial<Record<ConnectErrorCode, ConnectFailure>> = {
  offline: "network",
  network: "network",
  timeout: "timeout",
  upstream_timeout: "timeout",
  frame_blocked: "blocked",
  frame_error: "declined",
  not_saved: "not_saved",
  misconfigured: "misconfigured",
  invalid_answer: "misconfigured",
  origin_not_allowed: "misconfigured",
  route_not_found: "misconfigured",
  method_not_allowed: "misconfigured",
  unsupported_media_type: "misconfigured",
  unauthorized: "unauthorized",
  forbidden: "forbidden",
  identity_type_unavailable: "forbidden",
  not_found: "not_found",
  platform_not_enabled: "not_enabled",
  rate_limited: "rate_limited",
  upstream_rate_limited: "rate_limited",
};

/** The outcome that an error leads to; what is not listed is the server's or Pica's failure. */
export const failureOf = (error: ConnectError): ConnectFailure =>
  failures[error.code] ?? "upstream";
