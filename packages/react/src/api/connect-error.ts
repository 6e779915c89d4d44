import type { ProblemCode } from "@authkit-ui/contract";

/**
 * Every cause that the kit can report: the server's problem codes, and what only a browser sees.
 * A code never changes its meaning; new ones may be added.
 *
 * - `offline`: the browser has no network at all.
 * - `network`: the request did not reach the server, or its answer was withheld (CORS).
 * - `timeout`: the server did not answer in time.
 * - `invalid_answer`: what answered is not the kit's server, e.g. an HTML page.
 * - `frame_blocked`: AuthKit's page showed no sign of life.
 * - `frame_error`: AuthKit's page reported an error, e.g. a declined consent.
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
  | "misconfigured";

/** What a {@link ConnectError} carries beside its code and message. */
export interface ConnectErrorDetails {
  status?: number | undefined;
  requestId?: string | undefined;
  retryAfter?: number | undefined;
  cause?: unknown;
}

/** The one error of the kit. Its message is for developers; people read `useMessages()`. */
export class ConnectError extends Error {
  override readonly name = "ConnectError";
  /** Stable, machine-readable cause. */
  readonly code: ConnectErrorCode;
  /** HTTP status, when there was an answer. */
  readonly status: number | undefined;
  /** Names the answer in the server's log; shown to people as the reference. */
  readonly requestId: string | undefined;
  /** Milliseconds after which a retry makes sense, from `Retry-After`. */
  readonly retryAfter: number | undefined;

  constructor(code: ConnectErrorCode, message: string, details: ConnectErrorDetails = {}) {
    super(message, details);
    this.code = code;
    this.status = details.status;
    this.requestId = details.requestId;
    this.retryAfter = details.retryAfter;
  }
}

/** Whatever was thrown, as the kit's error. */
export const asConnectError = (thrown: unknown): ConnectError =>
  thrown instanceof ConnectError
    ? thrown
    : new ConnectError("internal", "The kit met an error of its own.", { cause: thrown });
