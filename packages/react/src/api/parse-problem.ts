import { ConnectError, type ConnectErrorCode } from "./connect-error.ts";
import { hasStrings, isRecord } from "./parse-answer.ts";

/** Milliseconds in a `Retry-After` header, seconds or an HTTP date; NaN when it is neither. */
function readRetryAfter(value: string | null): number {
  const text = value?.trim() ?? "";
  return /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - Date.now();
}

/** What a status says when a proxy or the product's own middleware answered for our server. */
function codeOfStatus(status: number): ConnectErrorCode {
  if (status === 403) return "forbidden";
  if (status === 504) return "timeout";
  return status >= 500 ? "internal" : "invalid_answer";
}

/**
 * Whoever answered them: these two are acted on. Everything else is what our server calls it, whose
 * documents alone name their request; a later server may know codes that this kit does not.
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
