import { ProblemError } from "../errors/problem-error.ts";
import type { PicaResponse } from "../pica/pica-http.ts";
import { unexpected } from "../pica/pica-http.ts";
import { parseRetryAfter } from "../pica/retry-after.ts";

/** A provider's response without its headers, except the content type. */
export interface ProviderResponse {
  body: string;
  contentType: string;
}

/** An action answers a question of a page; it does not transfer files. */
const maxLength = 1_000_000;

/** Content types that no browser runs. */
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

/** The response for the browser. Throws a problem for one that is refused, too long or unsafe. */
export function toProviderResponse(response: PicaResponse): ProviderResponse {
  const { status, headers, text } = response;
  if (status < 200 || status > 299) throw refused(response);
  if (text.length > maxLength) throw unexpected("of a sensible size");
  const contentType = headers.get("content-type") ?? "text/plain";
  if (text !== "" && !safeContentType.test(contentType)) throw unexpected("text or JSON");
  return { body: text, contentType };
}
