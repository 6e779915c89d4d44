import { type ProblemCode, problemStatuses } from "@authkit-ui/contract";

interface ProblemErrorOptions {
  /** What happened, why, and what to do; shown to people, so free of secrets. */
  detail: string;
  /** Seconds after which it is worth trying again. */
  retryAfter?: number | undefined;
  /** The status that a provider gave, where that is what went wrong. */
  providerStatus?: number | undefined;
  cause?: unknown;
}

/**
 * A failure that the wire knows: the handler answers with it as a problem document, and the
 * methods of the server object throw it.
 */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly code: ProblemCode;
  readonly status: number;
  readonly retryAfter: number | undefined;
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

/** One answer for what does not exist and for what is somebody else's: the two must not differ. */
export const notFound = (what: string) =>
  new ProblemError("not_found", {
    detail: `There is no such ${what}, or it is not yours. Reload the page and try again.`,
  });

export const notEnabled = (platform: string) =>
  new ProblemError("platform_not_enabled", {
    detail: `Connections to "${platform}" are not enabled in this product. Choose another app.`,
  });
