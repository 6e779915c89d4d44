import { type ProblemCode, problemStatuses } from "@authkit-ui/contract";

interface ProblemErrorOptions {
  /** What happened, why, and what to do; shown to people, so it must not contain secrets. */
  detail: string;
  retryAfter?: number | undefined;
  providerStatus?: number | undefined;
  cause?: unknown;
}

/**
 * A failure that has a problem document: the handler answers with it, and the methods of the server
 * object throw it.
 */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  /** What went wrong, as a stable code to branch on. */
  readonly code: ProblemCode;
  /** The HTTP status of the problem document. */
  readonly status: number;
  /** Seconds after which a retry can succeed; set for rate limits. */
  readonly retryAfter: number | undefined;
  /** The HTTP status that the provider answered with; set for `provider_refused`. */
  readonly providerStatus: number | undefined;

  constructor(
    code: ProblemCode,
    { detail, retryAfter, providerStatus, cause }: ProblemErrorOptions,
  ) {
    super(detail, { cause });
    this.code = code;
    this.status = problemStatuses[code];
    this.retryAfter = retryAfter;
    this.providerStatus = providerStatus;
  }
}

/** The same answer for what does not exist and for what belongs to somebody else. */
export const notFound = (what: string) =>
  new ProblemError("not_found", {
    detail: `There is no such ${what}, or it is not yours. Reload the page and try again.`,
  });

export const notEnabled = (platform: string) =>
  new ProblemError("platform_not_enabled", {
    detail: `Connections to "${platform}" are not enabled in this product. Choose another app.`,
  });
