import { ConnectError, type ConnectErrorCode } from "./connect-error.ts";
import { hasStrings, isRecord } from "./parse-answer.ts";

/** Milliseconds in a `Retry-After` header, seconds or an HTTP date; NaN when it is neither. */
function readRetryAfter(value: string | null): number {
  const text = value?.trim() ?? "";
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
}

/** The code of an answer that a proxy or the product's own middleware gave instead of our server. */
function codeOfStatus(status: number): ConnectErrorCode {
  if (status === 403) return "forbidden";
  if (status === 504) return "timeout";
  return status >= 500 ? "internal" : "invalid_answer";
}

/**
 * 401 and 429 mean the same whoever answered. Any other code is taken from the body when our server
 * wrote it, which only its problem documents show: they name a request id. The code may be one that
 * this version of the kit does not know.
 */
function codeOf(status: number, body: unknown): ConnectErrorCode {
  if (status === 401) return "unauthorized";
  if (status === 429) return "rate_limited";
  return hasStrings(body, "code", "requestId")
    ? (body.code as ConnectErrorCode)
    : codeOfStatus(status);
}

/** Turns an answer that is not a success into the kit's error. */
export async function readProblem(response: Response, what: string): Promise<ConnectError> {
  const body: unknown = await response.json().catch(() => null);
  const { detail, requestId } = isRecord(body) ? body : ({} as Record<string, unknown>);
  const { status } = response;
  return new ConnectError(
    codeOf(status, body),
    typeof detail === "string"
      ? detail
      : `${what} answered ${status} without a problem document. Is the authkit-ui handler mounted there?`,
    {
      status,
      ...(typeof requestId === "string" && { requestId }),
      retryAfter: readRetryAfter(response.headers.get("retry-after")),
    },
  );
}
