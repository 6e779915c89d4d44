import {
  type CheckContext,
  type CheckedResponse,
  explainRedirect,
  type Service,
} from "./check-context.ts";
import { type CheckResult, fail, notChecked, ok } from "./check-result.ts";

const withoutLogin = 'needs a login: add --header "cookie: …" of a signed-in person.';
const signedInChecks = ["session", "key", "token body", "environment", "catalog", "database"];

const codeOf = ({ json, status }: CheckedResponse) => String(json?.code ?? `status ${status}`);

const keyFixes = ({ name, keyVariable, keySettings }: Service): Record<string, string> => ({
  upstream_unauthorized:
    `Replace ${keyVariable} with a key from ${keySettings}. Keys of Pica and One look alike, so also ` +
    "check that `pica.generation` matches the key.",
  upstream_quota_exceeded: `The quota of your plan at ${name} is used up. Upgrade the plan.`,
  upstream_forbidden: "The key may not do this: use one with full rights.",
  upstream_rate_limited: `${name} limits this key: wait, then run this again.`,
  upstream_timeout: `${name} is slow or cannot be reached from the server: check its outgoing connections.`,
  upstream_unavailable: `${name} cannot be reached from the server: check its outgoing connections and \`pica.baseUrl\`.`,
  upstream_invalid:
    `The answer at \`pica.baseUrl\` is not from ${name}. Check that address, and that ` +
    "`pica.generation` matches the key.",
});

/** Checks what needs a signed-in person. Ends the session that it begins. */
export async function checkSignedIn(
  context: CheckContext,
  ownOrigin: string,
): Promise<CheckResult[]> {
  const { request, service, authKitOrigin, login } = context;
  if (!login) return signedInChecks.map((check) => notChecked(check, withoutLogin));
  const own = { ...login, origin: ownOrigin };

  const begun = await request("/sessions", { method: "POST", headers: own, body: {} });
  if (begun.status !== 201) {
    const redirect = explainRedirect(begun);
    const fix = redirect
      ? redirect.join(" ")
      : begun.status === 401
        ? "The login that you gave is not one that `authenticate` knows: copy the cookie anew."
        : begun.status === 403
          ? "See the option that the code names: `origin`, `allowedOrigins` or `authorize`."
          : begun.status === 400
            ? String(begun.json?.detail ?? "Check what stands in front of the handler.")
            : "See the server's log.";
    return [
      fail("session", `A session cannot be begun: ${codeOf(begun)}.`, fix),
      ...signedInChecks.slice(1).map((check) => notChecked(check, "needs a session.")),
    ];
  }
  const { id, ticket } = begun.json ?? {};
  const headers = { origin: authKitOrigin, authorization: `Bearer ${ticket}` };
  const token = await request("/token", { method: "POST", headers });
  const catalog = await request("/connectors", { headers: own });
  await request(`/sessions/${id}`, { method: "DELETE", headers: own });
  const health = await request("/health");
  return [
    ok("session", "A connect session begins."),
    ...checkToken(token, service),
    checkCatalog(catalog, service),
    checkDatabase(health),
  ];
}

function checkToken(token: CheckedResponse, service: Service): CheckResult[] {
  if (token.status !== 200) {
    const code = codeOf(token);
    const fix = keyFixes(service)[code] ?? "See the server's log.";
    return [
      fail("key", `No token is issued: ${code}.`, fix),
      notChecked("token body", "needs a token."),
      notChecked("environment", "needs a token."),
    ];
  }
  const rows = Array.isArray(token.json?.rows) ? token.json.rows : [];
  const [row] = rows;
  return [
    ok("key", `${service.name} accepts the secret key.`),
    rows.length > 0
      ? ok("token body", `AuthKit's list has ${rows.length} entries.`)
      : fail(
          "token body",
          "AuthKit's list is empty.",
          `Enable integrations at ${service.integrations}: all are hidden until then.`,
        ),
    row
      ? ok("environment", `The key belongs to the environment "${row.environment}".`)
      : notChecked("environment", "needs an entry of the list."),
  ];
}

function checkCatalog(catalog: CheckedResponse, service: Service): CheckResult {
  if (catalog.status !== 200) {
    const code = codeOf(catalog);
    const fix = keyFixes(service)[code] ?? "See the server's log.";
    return fail("catalog", `The catalog cannot be read: ${code}.`, fix);
  }
  const total = Number(catalog.json?.total ?? 0);
  return total > 0
    ? ok("catalog", `${total} connectors are offered.`)
    : fail(
        "catalog",
        "The catalog is empty.",
        `Check \`platforms\`, and what is enabled at ${service.name}.`,
      );
}

function checkDatabase({ json }: CheckedResponse): CheckResult {
  const { status } = (json?.database ?? {}) as { status?: string | undefined };
  return status === "ok"
    ? ok("database", "The database answers.")
    : fail(
        "database",
        `The database is ${status ?? "unknown"}.`,
        "Check DATABASE_URL and that the database runs; see the server's log.",
      );
}
