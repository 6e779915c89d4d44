import { ProblemError } from "../errors/problem-error.ts";
import type { PicaResponse } from "../pica/pica-http.ts";
import { unexpected } from "../pica/pica-http.ts";
import { parseRetryAfter } from "../pica/retry-after.ts";

/** What a provider answered, with nothing of its headers but the type. */
export interface ProviderResponse {
  body: string;
  contentType: string;
}

/** Characters; an action answers a page's question and does not move files. */
const longest = 1_000_000;

/** Types that a browser shows or parses without running anything. */
const safeContentType = /^(application\/([\w.+-]+\+)?json|text\/plain)\s*(;|$)/i;

function refused({ status, headers }: PicaResponse): ProblemError {
  const isLimit = status === 429;
  const detail =
    status === 401
      ? "The provider no longer accepts this connection. Reconnect it and try again."
      : isLimit
        ? "The provider is busy with requests of this account. Try again later."
        : `The provider refused the action (status ${status}).`;
  return new ProblemError("provider_refused", {
    detail,
    providerStatus: status,
    ...(isLimit && { retryAfter: parseRetryAfter(headers, Date.now()) }),
  });
}

/** The answer to hand on to a browser; a provider's refusal becomes a problem. */
export function toProviderResponse(response: PicaResponse): ProviderResponse {
  const { status, headers, text } = response;
  if (status < 200 || status > 299) throw refused(response);
  if (text.length > longest) throw unexpected("of a sensible size");
  const contentType = headers.get("content-type") ?? "text/plain";
  if (text !== "" && !safeContentType.test(contentType)) throw unexpected("text or JSON");
  return { body: text, contentType };
}
