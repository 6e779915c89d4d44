import { Hono } from "hono";
import { z } from "zod";
import type { Cloud } from "../cloud.ts";
import { consentAddress } from "../consent/routes.ts";
import type { OAuthAttempt } from "../sessions/oauth-attempts.ts";
import { connectionRecord } from "../vault/connection-row.ts";
import { readPayload } from "./client/read-payload.ts";
import { clientScript } from "./client-script.ts";
import { forgerPage } from "./forger-page.ts";
import { hostedPage } from "./page.ts";
import { hostedStyles, styles } from "./styles.ts";

/** Whoever embeds the page may; its own code is all that runs in it. */
const contentSecurityPolicy = (frameAncestors: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    // Logos come from the product's token endpoint, which may lie anywhere; so may the endpoint.
    "img-src 'self' https: http: data:",
    "connect-src 'self' https: http:",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join("; ");

const oauthRequest = z.object({
  connectorId: z.number().int(),
  name: z.string().default(""),
  companyName: z.string().default(""),
});

const connectRequest = z.object({
  connectorId: z.number().int(),
  name: z.string().default(""),
  credentials: z.record(z.string(), z.string()),
});

const hour = 3_600_000;

/** The hosted AuthKit page and the calls behind it. */
export function hostedRoutes(cloud: Cloud) {
  const { basePath, faults, sessions, catalog, attempts } = cloud;
  const routes = new Hono();
  const page = { method: "GET", path: "/" };

  routes.get("/", (c) => {
    // Who types the address in finds the status page; AuthKit's own page makes sense in a frame.
    const isTyped = c.req.header("sec-fetch-dest") === "document" && !c.req.query("data");
    if (isTyped) return c.redirect(`${basePath}/__emulator`);
    const isBlocked = faults.strike("blocked_framing", page) !== undefined;
    c.header("content-security-policy", contentSecurityPolicy(isBlocked ? "'none'" : "*"));
    if (isBlocked) c.header("x-frame-options", "DENY");
    c.header("cache-control", "no-store");
    const theme = readPayload(new URL(c.req.url).search)?.appTheme === "dark" ? "dark" : "light";
    return c.html(
      hostedPage(theme, {
        basePath,
        pollInterval: 300,
        faults: {
          repeat: faults.strike("repeated_message", page)?.count ?? 1,
          late: faults.strike("late_message", page)?.milliseconds ?? 0,
          early: faults.strike("early_message", page) !== undefined,
          forge: faults.list().some(({ kind }) => kind === "forged_message"),
        },
      }),
    );
  });

  routes.get("/authkit.js", (c) => {
    c.header("content-type", "text/javascript; charset=utf-8");
    return c.body(clientScript());
  });
  routes.get("/authkit.css", (c) => {
    c.header("content-type", "text/css; charset=utf-8");
    return c.body(styles + hostedStyles);
  });

  const withSession = (requestId: string) => sessions.find(Number(requestId));
  const expired = {
    message: "This session has expired.",
  };

  routes.get("/authkit/:requestId/connectors/:connectorId", (c) => {
    if (!withSession(c.req.param("requestId"))) return c.json(expired, 410);
    const connector = catalog.byId(Number(c.req.param("connectorId")));
    if (!connector) return c.json({ message: "This platform does not exist" }, 404);
    return c.json({ oauth: connector.oauth, fields: connector.oauth ? [] : connector.fields });
  });

  routes.post("/authkit/:requestId/oauth", async (c) => {
    const session = withSession(c.req.param("requestId"));
    if (!session) return c.json(expired, 410);
    const request = oauthRequest.parse(await c.req.json());
    const connector = catalog.byId(request.connectorId);
    if (!connector) return c.json({ message: "This platform does not exist" }, 404);
    for (const [state, { session: old }] of attempts) {
      if (cloud.clock.now() - old.createdAt > hour) attempts.delete(state);
    }
    const attempt: OAuthAttempt = {
      state: crypto.randomUUID().replaceAll("-", ""),
      session,
      connector,
      name: request.name || null,
      companyName: request.companyName,
      outcome: { status: "pending" },
    };
    attempts.set(attempt.state, attempt);
    return c.json({ url: consentAddress(cloud, attempt), state: attempt.state });
  });

  routes.post("/authkit/:requestId/connections", async (c) => {
    const session = withSession(c.req.param("requestId"));
    if (!session) return c.json(expired, 410);
    const request = connectRequest.parse(await c.req.json());
    const connector = catalog.byId(request.connectorId);
    if (!connector) return c.json({ message: "This platform does not exist" }, 404);
    const refusal = faults.strike("provider_error", page);
    const isRefused = Object.values(request.credentials).includes("invalid");
    if (refusal || isRefused) {
      return c.json({ message: refusal?.message ?? "Invalid connection credentials" }, 401);
    }
    const account = cloud.options.accounts[0]?.email ?? null;
    const connection = cloud.connect(session, connector, { name: request.name || null, account });
    return c.json(connectionRecord(connection, connector.id), 201);
  });

  routes.get("/authkit/forger", (c) => {
    const forged = faults.strike("forged_message", page);
    const nonce = crypto.randomUUID();
    c.header("content-security-policy", `default-src 'none'; script-src 'nonce-${nonce}'`);
    return c.html(forgerPage(forged?.key ?? "", nonce));
  });

  return routes;
}
