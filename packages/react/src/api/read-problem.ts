import { type ProblemCode, problemStatuses } from "@authkit-ui/contract";
import { ConnectError, type ConnectErrorCode } from "./connect-error.ts";

/** Milliseconds in a `Retry-After` header: seconds or an HTTP date. */
function readRetryAfter(value: string | null): number | undefined {
  if (value === null || value.trim() === "") return undefined;
  const seconds = Number(value);
  const milliseconds = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(value) - Date.now();
  return Number.isFinite(milliseconds) ? Math.max(0, milliseconds) : undefined;
}

const isProblemCode = (code: unknown): code is ProblemCode =>
  typeof code === "string" && Object.hasOwn(problemStatuses, code);

/** What a status alone says, when a proxy or the product's own middleware answered for us. */
function codeOfStatus(status: number): ConnectErrorCode {
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 429) return "rate_limited";
  if (status === 504) return "timeout";
  return status >= 500 ? "internal" : "invalid_answer";
}

const text = (value: unknown) => (typeof value === "string" ? value : undefined);

/** Turns an answer that is not a success into the kit's error. */
export async function readProblem(response: Response, what: string): Promise<ConnectError> {
  const body: unknown = await response.json().catch(() => null);
  const fields: Record<string, unknown> =
    typeof body === "object" && body !== null ? { ...body } : {};
  const { status } = response;
  const code = isProblemCode(fields.code) ? fields.code : codeOfStatus(status);
  const detail =
    text(fields.detail) ??
    `${what} answered ${status} without a problem document. Is the authkit-ui handler mounted there?`;
  const retryAfter = readRetryAfter(response.headers.get("retry-after"));
  const requestId = text(fields.requestId);
  return new ConnectError(code, detail, {
    status,
    ...(requestId !== undefined && { requestId }),
    ...(retryAfter !== undefined && { retryAfter }),
  });
}
