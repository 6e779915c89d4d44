import type { MiddlewareHandler } from "hono";

/** Names and addresses of this machine itself, which no foreign DNS entry can take. */
const isLoopback = (name: string) =>
  name === "localhost" ||
  name.endsWith(".localhost") ||
  name === "[::1]" ||
  /^127(\.\d{1,3}){3}$/.test(name);

const nameOf = (host: string) =>
  URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : "";

/**
 * Answers requests for this machine's own names, and for those of `hosts`, alone. Without it a page
 * whose name is made to resolve to this machine (DNS rebinding) could call as if it were ours.
 */
export function allowHosts(hosts: readonly string[]): MiddlewareHandler {
  const names = new Set(hosts.map(nameOf));
  return async (context, next) => {
    const host = context.req.header("host") ?? new URL(context.req.url).host;
    const name = nameOf(host);
    if (isLoopback(name) || (name !== "" && names.has(name))) return next();
    const detail =
      `This server does not answer for the host ${JSON.stringify(host.slice(0, 100))}. If it is ` +
      "its own, add the host to ALLOWED_HOSTS (comma-separated).";
    const problem = { type: "about:blank", title: "Host not allowed", status: 421, detail };
    return context.body(JSON.stringify({ ...problem, code: "host_not_allowed" }), 421, {
      "content-type": "application/problem+json",
    });
  };
}
