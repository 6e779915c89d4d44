import { ProblemError } from "../problem-error.ts";

export interface OriginRules {
  /** This server's own origin, when the product says it. */
  own: string | null;
  /** Other origins whose pages may call with credentials. */
  allowed: ReadonlySet<string>;
  /** Whether a proxy of the product's writes the forwarded headers. */
  trustProxy: boolean;
}

/** `Host` as the browser wrote it, or as the trusted proxy says that the browser wrote it. */
function hostOf(request: Request, trustProxy: boolean): string {
  const forwarded = trustProxy ? request.headers.get("x-forwarded-host") : null;
  const host = forwarded?.split(",")[0]?.trim() || request.headers.get("host");
  return host || new URL(request.url).host;
}

/**
 * Refuses what a foreign page made a browser send. Every browser names the origin of a request
 * that could change something, so a request without one comes from a program, which has no
 * cookies to be abused. The scheme is not compared unless the product named its origin: behind a
 * TLS proxy the server cannot know it.
 */
export function checkOrigin(request: Request, rules: OriginRules): void {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (origin !== null && rules.allowed.has(origin)) return;
  const isOwn =
    origin === null
      ? site === null || site === "same-origin" || site === "none"
      : rules.own !== null
        ? origin === rules.own
        : URL.canParse(origin) && new URL(origin).host === hostOf(request, rules.trustProxy);
  if (isOwn) return;
  throw new ProblemError("origin_not_allowed", {
    detail:
      "This request came from a page of another origin, which this server does not allow. " +
      "Call it from the product's own pages, or add the origin to `allowedOrigins`.",
  });
}
