import { ConnectError } from "./connect-error.ts";
import { readProblem } from "./read-problem.ts";

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
  body?: object;
  signal?: AbortSignal | undefined;
  /** Ask past every cache: the person pressed Refresh. */
  fresh?: boolean;
  /** Let the request outlive the page. */
  keepalive?: boolean;
}

/** Milliseconds until a request is given up. */
const patience = 15_000;

/** Absolute address of a path below the endpoint. */
export const absoluteAddress = (endpoint: string, path: string): string =>
  new URL(endpoint.replace(/\/+$/, "") + path, document.baseURI).href;

/**
 * Sends a request and returns the answer's JSON, or `undefined` for 204.
 * @throws ConnectError for everything but success; the signal's reason when it was aborted.
 */
export async function send(transport: Transport, call: Call): Promise<unknown> {
  const what = `${call.method} ${transport.endpoint}${call.path.split("?")[0]}`;
  const controller = new AbortController();
  const abort = () => controller.abort(call.signal?.reason);
  if (call.signal?.aborted) abort();
  call.signal?.addEventListener("abort", abort);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    controller.abort();
  }, patience);
  try {
    const headers = new Headers(await transport.headers());
    headers.set("accept", "application/json");
    if (call.body) headers.set("content-type", "application/json");
    const response = await fetch(absoluteAddress(transport.endpoint, call.path), {
      method: call.method,
      headers,
      credentials: transport.credentials,
      signal: controller.signal,
      ...(call.body && { body: JSON.stringify(call.body) }),
      ...(call.fresh && { cache: "reload" }),
      ...(call.keepalive && { keepalive: true }),
    });
    if (!response.ok) throw await readProblem(response, what);
    return response.status === 204 ? undefined : await readJson(response, what);
  } catch (cause) {
    if (cause instanceof ConnectError) throw cause;
    if (call.signal?.aborted) throw call.signal.reason;
    if (isLate) {
      throw new ConnectError("timeout", `${what} did not answer within ${patience / 1_000} s.`);
    }
    if (navigator.onLine === false) {
      throw new ConnectError("offline", `${what} was not sent: the browser is offline.`);
    }
    throw new ConnectError(
      "network",
      `${what} could not be reached, or its answer was withheld. Is the server running, and, if it ` +
        "has another origin, does it list this page's in allowedOrigins?",
      { cause },
    );
  } finally {
    clearTimeout(timer);
    call.signal?.removeEventListener("abort", abort);
  }
}

async function readJson(response: Response, what: string): Promise<unknown> {
  const type = response.headers.get("content-type") ?? "";
  if (!/\bjson\b/i.test(type)) {
    throw new ConnectError(
      "invalid_answer",
      `${what} answered ${type || "without a content type"} instead of JSON` +
        `${response.redirected ? " after a redirect (a sign-in page?)" : ""}. ` +
        "Is the authkit-ui handler mounted there?",
      { status: response.status },
    );
  }
  try {
    return await response.json();
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new ConnectError("invalid_answer", `${what} answered with broken JSON.`, {
      status: response.status,
    });
  }
}
