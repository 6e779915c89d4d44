import type { ProblemCode } from "@authkit-ui/contract";

/**
 * Every cause that the kit can report: the server's problem codes, and what only a browser sees.
 * A code never changes its meaning; new ones may be added.
 *
 * - `offline`: the browser has no network at all.
 * - `network`: the server could not be reached, or CORS blocked its response.
 * - `timeout`: the server did not answer in time.
 * - `invalid_answer`: what answered is not the kit's server, e.g. an HTML page.
 * - `frame_blocked`: AuthKit's page showed no sign of life.
 * - `frame_error`: AuthKit's page reported an error, e.g. a declined consent.
 * - `not_saved`: AuthKit has connected the account, but the server has not confirmed it; `cause` says why.
 * - `misconfigured`: an option of the kit is wrong; the message says which.
 */
export type ConnectErrorCode =
  | ProblemCode
  | "offline"
  | "network"
  | "timeout"
  | "invalid_answer"
  | "frame_blocked"
  | "frame_error"
  | "not_saved"
  | "misconfigured";

/** What a {@link ConnectError} carries beside its code and message. */
export interface ConnectErrorDetails {
  /** HTTP status, when there was an answer. */
  status?: number | undefined;
  /** Names the answer in the server's log. */
  requestId?: string | undefined;
  /** Milliseconds after which a retry makes sense. */
  retryAfter?: number | undefined;
  /** Host name of AuthKit's page, when that page did not load. */
  host?: string | undefined;
  /** The error behind it. */
  cause?: unknown;
}

/** Milliseconds: a shorter wait would be a storm of requests, a longer one overflows timers. */
const shortestWait = 1_000;
const longestWait = 24 * 60 * 60 * 1_000;

/** The wait within the limits above; `undefined` if there is none, or if it is over. */
const boundedWait = (milliseconds = 0): number | undefined =>
  milliseconds > 0 ? Math.min(Math.max(milliseconds, shortestWait), longestWait) : undefined;

/** The one error of the kit. Its message is for developers; people read `useMessages()`. */
export class ConnectError extends Error {
  override readonly name = "ConnectError";
  /** Stable, machine-readable cause. */
  readonly code: ConnectErrorCode;
  /** HTTP status, when there was an answer. */
  readonly status: number | undefined;
  /** Names the answer in the server's log; shown to people as the reference. */
  readonly requestId: string | undefined;
  /** Milliseconds after which a retry makes sense, from `Retry-After`: a second to a day. */
  readonly retryAfter: number | undefined;
  /** Host name of AuthKit's page, when that page did not load. */
  readonly host: string | undefined;

  constructor(code: ConnectErrorCode, message: string, details: ConnectErrorDetails = {}) {
    super(message, details);
    this.code = code;
    this.status = details.status;
    this.requestId = details.requestId;
    this.retryAfter = boundedWait(details.retryAfter);
    this.host = details.host;
  }
}

const configurationFaults = new Set<ConnectErrorCode>([
  "misconfigured",
  "invalid_answer",
  "origin_not_allowed",
  "route_not_found",
  "method_not_allowed",
  "unsupported_media_type",
  "upstream_unauthorized",
  "upstream_forbidden",
  "database_in_use",
]);

/** Whether the product's developers have to change something; nothing that a person does helps. */
export const isConfigurationFault = (code: ConnectErrorCode): boolean =>
  configurationFaults.has(code);

const decided = new Set<ConnectErrorCode>([
  "forbidden",
  "identity_type_unavailable",
  "platform_not_enabled",
  "upstream_quota_exceeded",
  "not_found",
]);

/**
 * Whether another attempt is pointless until somebody else has changed something. Answers that are
 * not from the kit's server may come from a proxy that restarts, so they may be retried.
 */
export const isRetryUseless = (code: ConnectErrorCode): boolean =>
  decided.has(code) || (isConfigurationFault(code) && code !== "invalid_answer");

/** Whatever was thrown, as the kit's error. */
export const asConnectError = (thrown: unknown): ConnectError =>
  thrown instanceof ConnectError
    ? thrown
    : new ConnectError("internal", "The kit met an error of its own.", { cause: thrown });
