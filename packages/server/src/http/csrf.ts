import { ProblemError } from "../errors/problem-error.ts";

export interface OriginRules {
  /** This server's own origin, if the product names it. */
  own: string | null;
  /** Other origins whose pages may call with credentials. */
  allowed: ReadonlySet<string>;
  /** Whether a proxy of the product's writes the forwarded headers. */
  trustProxy: boolean;
}

/** The host that the browser asked for; a trusted proxy's `X-Forwarded-Host` says it best. */
function hostOf(request: Request, trustProxy: boolean): string {
  const forwarded = trustProxy ? forwardedHostOf(request) : null;
  return forwarded || request.headers.get("host") || new URL(request.url).host;
}

const forwardedHostOf = (request: Request) =>
  request.headers.get("x-forwarded-host")?.split(",")[0]?.trim() ?? null;

/** Whether a page of this origin stands at the host; a native shell's page never does. */
function isOfHost(origin: string, host: string): boolean {
  if (!/^https?:/.test(origin) || !URL.canParse(origin)) return false;
  return new URL(origin).host === host.toLowerCase();
}

/** Quotes and shortens a header's value for an error. */
export const quote = (value: string) => JSON.stringify(value.slice(0, 100));

/** Says what the server saw and which option or proxy setting has to change. */
function refusal(request: Request, { own, trustProxy }: OriginRules): string {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (origin === null) {
    return (
      `The browser says that a page of another site asked (Sec-Fetch-Site: ${quote(site ?? "")}). ` +
      "Call this server from the product's own pages, or add their origin to `allowedOrigins`."
    );
  }
  if (origin === "null") {
    return (
      "This request came from a page without an origin (Origin: null): a sandboxed frame or a local " +
      "file. Serve the page by http or https; `null` is never allowed."
    );
  }
  const seen = `This request came from a page of ${quote(origin)}`;
  if (own !== null) {
    return (
      `${seen}, and the option \`origin\` says that this server's own is ${quote(own)}. Correct ` +
      "`origin`, or add the page's origin to `allowedOrigins`."
    );
  }
  const host = hostOf(request, trustProxy);
  const forwarded = forwardedHostOf(request);
  if (!trustProxy && forwarded !== null && isOfHost(origin, forwarded)) {
    return (
      `${seen}, and \`Host\` is ${quote(host)}. A proxy says that the page asked for ` +
      `${quote(forwarded)} (X-Forwarded-Host), which is not believed unless the option ` +
      "`trustProxy` says that the proxy is yours. Set `trustProxy`, or set `origin` to the page's."
    );
  }
  return (
    `${seen}, and \`Host\` is ${quote(host)}. If that page is this server's own, a proxy rewrites ` +
    "`Host`: let it hand the header on (Vite: `changeOrigin: false`; nginx: `proxy_set_header Host " +
    "$http_host`), or set the option `origin` to the page's origin. If it is another page of the " +
    "product, add its origin to `allowedOrigins`."
  );
}

/**
 * Refuses what a foreign page made a browser send. Every browser names the origin of a request
 * that could change something, so a request without one comes from a program, which has no
 * cookies to be abused. The scheme is not compared unless the product named its origin: behind a
 * TLS proxy the server cannot know it.
 */
export function verifyOrigin(request: Request, rules: OriginRules): void {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (origin !== null && rules.allowed.has(origin)) return;
  const isOwn =
    origin === null
      ? site === null || site === "same-origin" || site === "none"
      : rules.own !== null
        ? origin === rules.own
        : isOfHost(origin, hostOf(request, rules.trustProxy));
  if (isOwn) return;
  throw new ProblemError("origin_not_allowed", { detail: refusal(request, rules) });
}
