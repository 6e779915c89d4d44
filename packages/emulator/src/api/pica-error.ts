import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ApiEnv } from "./api-env.ts";

/** Codes of Pica's error bodies by status (withoneai/pica, `core/osentities/src/domain/error`). */
const codes: Readonly<Record<number, number>> = {
  400: 2000,
  401: 2010,
  403: 2002,
  404: 2005,
  405: 2004,
  409: 2001,
  422: 2011,
  424: 2007,
  429: 2009,
  500: 2003,
  503: 2008,
};

/** What Pica says when nothing more particular is to be said. */
export const defaultMessages: Readonly<Record<number, string>> = {
  400: "Bad request",
  401: "You're not authorized to access this resource",
  402: "Quota exceeded. Upgrade your plan to continue.",
  403: "You don't have access to this resource",
  404: "Not found",
  429: "Rate limit exceeded",
  500: "Internal server error",
  502: "Bad gateway",
  503: "Service unavailable",
};

/** An error that is answered in Pica's shape. */
export class PicaError extends Error {
  override name = "PicaError";

  constructor(
    readonly status: number,
    message = defaultMessages[status] ?? "Request failed",
  ) {
    super(message);
  }
}

/**
 * Pica's error body: ErrorResponse of One's OpenAPI 5.35.0, with the `code` that the samples of
 * docs.picaos.com show.
 */
export function picaErrorBody({ status, message }: PicaError, correlationId: string) {
  const code = codes[status];
  return {
    type: "error",
    ...(code === undefined ? {} : { code }),
    status,
    key: "error",
    message,
    correlationId,
  };
}

export const errorResponse = (c: Context<ApiEnv>, error: PicaError): Response =>
  c.json(picaErrorBody(error, c.get("correlationId")), error.status as ContentfulStatusCode);
