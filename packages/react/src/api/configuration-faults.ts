import { type ConnectError, isConfigurationFault } from "./connect-error.ts";

const reported = new Set<string>();

function report(fault: string, line: string): void {
  if (reported.has(fault)) return;
  reported.add(fault);
  console.error(`authkit-ui: ${line}`);
}

/**
 * Tells developers, in development and once for each fault, what is wrong with the product's setup:
 * the page shows people a text that names no cause.
 *
 * @param call The request that met it, if one did.
 */
export function reportConfigurationFault({ code, message }: ConnectError, call?: string): void {
  if (process.env.NODE_ENV === "production" || !isConfigurationFault(code)) return;
  const fault = `${code}: ${message}`;
  const where = call === undefined ? "" : ` (${call})`;
  report(
    fault,
    `connecting is not set up right${where}. ${fault} ` +
      'Symptoms and settings are listed in docs/troubleshooting.md; "authkit-ui-doctor" checks a ' +
      "running server.",
  );
}

/** What browsers say of a request that met no answer. They log its address themselves. */
const networkFailure = /failed to fetch|networkerror|load failed|fetch failed/i;

/**
 * Tells developers, in development and once, that a request failed in the page's own code, e.g. in a
 * wrapper around `fetch`: people read that the server could not be reached.
 */
export function reportFailedFetch(call: string, cause: unknown): void {
  if (process.env.NODE_ENV === "production" || networkFailure.test(String(cause))) return;
  report(
    `fetch: ${cause}`,
    `${call} failed in the page, not in the network (${cause}). Does something wrap fetch? It has to ` +
      "return the response with its body unread.",
  );
}

/**
 * Tells developers, in development and once, that the host adds or drops the slash at the end of an
 * address: what the kit sends follows such a redirect, and the preflight of AuthKit's page does not.
 */
export function reportSlashRedirect(endpoint: string, asked: string, { url }: Response): void {
  if (process.env.NODE_ENV === "production") return;
  const withoutSlash = (address: string) => address.replace(/\/+(?=$|\?)/, "");
  if (asked === url || withoutSlash(asked) !== withoutSlash(url)) return;
  const base = endpoint.replace(/\/+$/, "");
  const right = base === endpoint ? `${base}/` : base;
  report(
    `redirect: ${endpoint}`,
    `the host redirects what is asked below "${endpoint}" to addresses ` +
      `${base === endpoint ? "with" : "without"} a slash at their end. AuthKit's page cannot follow ` +
      `that, so that no account can be connected. Set endpoint="${right}" on ConnectProvider.`,
  );
}
