import { reportFailedFetch, reportSlashRedirect } from "./configuration-faults.ts";
import { ConnectError } from "./connect-error.ts";
import { readProblem } from "./parse-problem.ts";

/** Where requests go, and what each of them carries. */
export interface Transport {
  /** Absolute or relative address of the handler's base path. */
  endpoint: string;
  credentials: RequestCredentials;
  /** Asked anew for every request. */
  headers: () => HeadersInit | Promise<HeadersInit>;
}

/** One request to the handler. */
export interface Call {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Below the endpoint, from `routes`. */
  path: string;
  body?: object | undefined;
  signal?: AbortSignal | undefined;
  /** Ask past every cache: the person pressed Refresh. */
  bypassCache?: boolean | undefined;
  /** Let the request outlive the page. */
  keepalive?: boolean | undefined;
}

/** The `credentials` of requests unless the product gives other ones. */
export const defaultCredentials: RequestCredentials = "same-origin";

/** Milliseconds until a request is given up. */
const requestTimeout = 15_000;

/**
 * Absolute address of a path below the endpoint. It ends with a slash, before any query, when the
 * endpoint does: a host that adds one by a redirect would break every preflight.
 * @throws ConnectError `misconfigured` when the endpoint is no address.
 */
export function absoluteAddress(endpoint: string, path: string): string {
  const base = endpoint.replace(/\/+$/, "");
  const slash = base === endpoint ? "" : "/";
  const [pathname, query] = path.split("?");
  const address = `${base}${pathname}${slash}${query ? `?${query}` : ""}`;
  if (/[?#]/.test(endpoint) || !URL.canParse(address, document.baseURI)) {
    throw new ConnectError(
      "misconfigured",
      `authkit-ui: endpoint is "${endpoint}". Give a path, e.g. "/api/connect", or an absolute ` +
        "https: address, without a query or fragment.",
    );
  }
  return new URL(address, document.baseURI).href;
}

/**
 * Sends a request and returns the answer's JSON, or `undefined` for 204.
 * @throws ConnectError for everything but success; the signal's reason when it was aborted.
 */
export async function send(
  { endpoint, credentials, ...transport }: Transport,
  { method, path, body, signal, bypassCache, keepalive = false }: Call,
): Promise<unknown> {
  const what = `${method} ${endpoint}${path.split("?")[0]}`;
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), requestTimeout);
  try {
    const headers = new Headers(await transport.headers());
    headers.set("accept", "application/json");
    if (body) headers.set("content-type", "application/json");
    const address = absoluteAddress(endpoint, path);
    const response = await fetch(address, {
      method,
      // A plain object, which a product's wrapper around `fetch` may spread.
      headers: Object.fromEntries(headers),
      credentials,
      keepalive,
      signal: AbortSignal.any(signal ? [signal, timeout.signal] : [timeout.signal]),
      body: body ? JSON.stringify(body) : null,
      cache: bypassCache ? "reload" : "default",
    });
    if (response.redirected) reportSlashRedirect(endpoint, address, response);
    if (!response.ok) throw await readProblem(response, what);
    return response.status === 204 ? undefined : await readJson(response, what);
  } catch (cause) {
    if (cause instanceof ConnectError) throw cause;
    signal?.throwIfAborted();
    if (timeout.signal.aborted) {
      throw new ConnectError(
        "timeout",
        `${what} did not answer within ${requestTimeout / 1_000} s.`,
      );
    }
    if (!navigator.onLine) {
      throw new ConnectError("offline", `${what} was not sent: the browser is offline.`);
    }
    reportFailedFetch(what, cause);
    throw new ConnectError(
      "network",
      `${what} could not be reached, or CORS blocked the response. Is the server running? If it is ` +
        "on another origin, does its allowedOrigins list this page's origin?",
      { cause },
    );
  } finally {
    clearTimeout(timer);
  }
}

async function readJson(response: Response, what: string): Promise<unknown> {
  const invalid = (answered: string) =>
    new ConnectError(
      "invalid_answer",
      `${what} answered ${answered}. Is the authkit-ui handler mounted there?`,
      { status: response.status },
    );
  const type = response.headers.get("content-type") ?? "";
  if (!/\bjson\b/i.test(type)) {
    const after = response.redirected ? " after a redirect (a sign-in page?)" : "";
    throw invalid(`${type || "without a content type"} instead of JSON${after}`);
  }
  try {
    return await response.json();
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw invalid("with broken JSON");
  }
}
