/** Names and addresses of this machine itself, which no foreign DNS entry can take. */
const isLoopback = (name: string) =>
  name === "localhost" ||
  name.endsWith(".localhost") ||
  name === "[::1]" ||
  /^127(\.\d{1,3}){3}$/.test(name);

const nameOf = (host: string) =>
  URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : "";

/**
 * Refuses a request for a host that is neither this machine's own name nor one of `hosts`; null
 * for all others. Without it a page whose name is made to resolve to this machine (DNS rebinding)
 * could read what is emulated.
 */
export function createHostCheck(hosts: readonly string[]): (request: Request) => Response | null {
  const names = new Set(hosts.map(nameOf));
  return (request) => {
    const host = request.headers.get("host") ?? new URL(request.url).host;
    const name = nameOf(host);
    if (isLoopback(name) || (name !== "" && names.has(name))) return null;
    const detail =
      `The emulator does not answer for the host ${JSON.stringify(host.slice(0, 100))}. If it is ` +
      "its own, start it with --allowed-host, or serveEmulator() with `allowedHosts`.";
    const problem = { type: "about:blank", title: "Host not allowed", status: 421, detail };
    return Response.json(
      { ...problem, code: "host_not_allowed" },
      { status: 421, headers: { "content-type": "application/problem+json" } },
    );
  };
}
