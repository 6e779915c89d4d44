import { type CheckContext, explainRedirect } from "./check-context.ts";
import { type CheckResult, fail, notChecked, ok } from "./check-result.ts";

const list = (header: string | null) =>
  header?.split(",").map((part) => part.trim().toLowerCase()) ?? [];

/** Seconds; a ticket tolerates a minute. */
const maxClockSkew = 60;

/** Checks that the handler answers at the endpoint. Null: nothing else needs to be checked. */
export async function checkServer({ request }: CheckContext): Promise<CheckResult | null> {
  const name = "server";
  try {
    const answer = await request("/health");
    const { status, json } = answer;
    if (json && "database" in json) return ok(name, "The handler answers.");
    const redirect = explainRedirect(answer);
    if (redirect) return fail(name, ...redirect);
    return fail(
      name,
      json
        ? `Something else answers there (status ${status}).`
        : `A page answers there, not the handler (status ${status}).`,
      "Check the base path and that the proxy before the server hands this path on.",
    );
  } catch (error) {
    const { cause, message } = error as Error;
    const reason = cause instanceof Error ? cause.message : message;
    if (/certificate/i.test(reason)) {
      return fail(
        name,
        `Node does not trust the certificate there (${reason}).`,
        "Give the file of its authority to the doctor in NODE_EXTRA_CA_CERTS.",
      );
    }
    return fail(
      name,
      `Nothing answers there (${reason}).`,
      "Start the server, and check the address.",
    );
  }
}

/** Checks that no route is redirected; a host may redirect one method and answer another. */
export async function checkRedirects({
  request,
  authKitOrigin,
}: CheckContext): Promise<CheckResult> {
  const name = "redirects";
  for (const [method, path] of [
    ["OPTIONS", "/token"],
    ["POST", "/token"],
    ["POST", "/sessions"],
    ["GET", "/connections"],
  ] as const) {
    const redirect = explainRedirect(
      await request(path, { method, headers: { origin: authKitOrigin } }),
    );
    if (redirect) return fail(name, `${method} ${path}: ${redirect[0]}`, redirect[1]);
  }
  return ok(name, "No route leads elsewhere.");
}

/** Checks that the endpoint's own pages may call, which fails if a proxy rewrites `Host`. */
export async function checkOwnOrigin(
  { request }: CheckContext,
  ownOrigin: string,
): Promise<CheckResult> {
  const name = "own origin";
  const { json } = await request("/connections", { headers: { origin: ownOrigin } });
  return json?.code === "origin_not_allowed"
    ? fail(
        name,
        `The handler refuses pages of ${ownOrigin}. ${json.detail ?? ""}`,
        "See docs/troubleshooting.md for the lines of Vite, webpack and nginx.",
      )
    : ok(name, `Pages of ${ownOrigin} may call.`);
}

export async function checkClock({ request, now }: CheckContext): Promise<CheckResult> {
  const { headers } = await request("/health");
  const date = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(date)) return notChecked("clock", "The server does not say what time it is.");
  const skew = Math.round(Math.abs(date - now()) / 1000);
  return skew <= maxClockSkew
    ? ok("clock", `The server's clock and this one agree (${skew} s).`)
    : fail(
        "clock",
        `The server's clock and this one differ by ${skew} seconds.`,
        "Set both by NTP: tickets are refused when instances differ by more than a minute.",
      );
}

/** Checks the preflight of AuthKit's request for a token, header by header. */
export async function checkPreflight({
  request,
  authKitOrigin,
}: CheckContext): Promise<CheckResult[]> {
  const preflight = (origin: string) =>
    request("/token", {
      method: "OPTIONS",
      headers: {
        origin,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization,content-type",
      },
    });
  const { status, headers } = await preflight(authKitOrigin);
  const allowed = headers.get("access-control-allow-origin");
  const allowedHeaders = list(headers.get("access-control-allow-headers"));
  const missing = ["authorization", "content-type"].filter(
    (name) =>
      !allowedHeaders.includes(name) && (name === "authorization" || !allowedHeaders.includes("*")),
  );
  const otherOrigin = await preflight("https://other.example");
  const otherOriginAllowed = otherOrigin.headers.get("access-control-allow-origin");

  return [
    status === 405
      ? fail(
          "OPTIONS /token",
          "405: there is no OPTIONS handler.",
          "Hand every method of the base path to the handler, OPTIONS too.",
        )
      : status === 403
        ? fail(
            "OPTIONS /token",
            `The origin ${authKitOrigin} is not allowed.`,
            "Add it to `authKitOrigins`.",
          )
        : status >= 300
          ? fail(
              "OPTIONS /token",
              `The preflight is answered with ${status}.`,
              "Let no login or redirect stand before it: a preflight carries no cookie.",
            )
          : ok("OPTIONS /token", `The preflight is answered with ${status}.`),
    allowed === authKitOrigin
      ? ok("access-control-allow-origin", `${authKitOrigin} may call.`)
      : fail(
          "access-control-allow-origin",
          `The header is ${allowed === null ? "missing" : `"${allowed}"`}.`,
          `It must be exactly ${authKitOrigin}: set \`authKitOrigins\`, and switch off the CORS of whatever stands in front (Vite: server.cors false).`,
        ),
    list(headers.get("access-control-allow-methods")).includes("post")
      ? ok("access-control-allow-methods", "POST is allowed.")
      : fail(
          "access-control-allow-methods",
          "POST is missing.",
          "Let the handler answer the preflight itself.",
        ),
    missing.length === 0
      ? ok("access-control-allow-headers", "authorization and content-type are allowed.")
      : fail(
          "access-control-allow-headers",
          `Missing: ${missing.join(", ")}.`,
          "Let the handler answer the preflight itself.",
        ),
    otherOriginAllowed === null
      ? ok("other origins", "Other origins are given no access.")
      : fail(
          "other origins",
          `Any page may call: the answer to a otherOrigin is "${otherOriginAllowed}".`,
          "Something in front adds CORS headers of its own; switch that off.",
        ),
  ];
}

/** Checks that nothing can be had without a ticket and without a login. */
export async function checkAuthRequired({
  request,
  authKitOrigin,
}: CheckContext): Promise<CheckResult[]> {
  const token = await request("/token", { method: "POST", headers: { origin: authKitOrigin } });
  const forged = await request("/connections", {
    headers: { "x-user-id": "doctor", "x-user": "doctor" },
  });
  // A login that takes everybody for one person reads no header.
  const anonymous = forged.status === 401 ? forged : await request("/connections");
  const isHeader = anonymous.status !== forged.status;
  return [
    token.json?.code === "ticket_invalid"
      ? ok("POST /token", "It takes POST, and wants a ticket.")
      : token.status === 405
        ? fail(
            "POST /token",
            "405: POST is not handed on.",
            "Hand every method of the base path to the handler.",
          )
        : fail(
            "POST /token",
            `Without a ticket it answers ${token.status} (${token.json?.code ?? "not ours"}).`,
            "Check what stands in front of the handler.",
          ),
    forged.status === 401
      ? ok("login", "Nobody is taken for somebody because of a header that any page can write.")
      : fail(
          "login",
          `Without a login${isHeader ? ", but with an x-user-id header" : ""}, it answers ${forged.status}.`,
          "`authenticate` must read the product's own session and return null when there is none.",
        ),
  ];
}
