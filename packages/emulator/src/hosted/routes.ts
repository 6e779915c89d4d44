import { Hono } from "hono";
import type { EmulatorState } from "../emulator-state.ts";
import { baseStyles } from "../pages/base-styles.ts";
import { readPayload } from "./client/read-payload.ts";
import { clientScript } from "./client-script.generated.ts";
import { forgedMessagePage } from "./forged-message-page.ts";
import { hostedPage } from "./page.ts";
import { hostedStyles } from "./styles.ts";

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

const pageTarget = { method: "GET", path: "/" };

/** The hosted AuthKit page. */
export function hostedRoutes(emulator: EmulatorState) {
  const { basePath, faults, options } = emulator;
  const routes = new Hono();

  routes.get("/", (c) => {
    // Who types the address in finds the status page; AuthKit's own page makes sense in a frame.
    const isTyped = c.req.header("sec-fetch-dest") === "document" && !c.req.query("data");
    if (isTyped) return c.redirect(`${basePath}/__emulator`);
    const isBlocked = faults.consume("blocked_framing", pageTarget) !== undefined;
    c.header("content-security-policy", contentSecurityPolicy(isBlocked ? "'none'" : "*"));
    if (isBlocked) c.header("x-frame-options", "DENY");
    c.header("cache-control", "no-store");
    const theme = readPayload(new URL(c.req.url).search)?.appTheme === "dark" ? "dark" : "light";
    return c.html(
      hostedPage(theme, options.generation, {
        basePath,
        pollInterval: 300,
        faults: {
          repeat: faults.consume("repeated_message", pageTarget)?.count ?? 1,
          late: faults.consume("late_message", pageTarget)?.milliseconds ?? 0,
          early: faults.consume("early_message", pageTarget) !== undefined,
          forge: faults.list().some(({ kind }) => kind === "forged_message"),
        },
      }),
    );
  });

  routes.get("/authkit.js", (c) => {
    c.header("content-type", "text/javascript; charset=utf-8");
    return c.body(clientScript);
  });
  routes.get("/authkit.css", (c) => {
    c.header("content-type", "text/css; charset=utf-8");
    return c.body(baseStyles + hostedStyles);
  });

  routes.get("/authkit/forger", (c) => {
    const forged = faults.consume("forged_message", pageTarget);
    const nonce = crypto.randomUUID();
    c.header("content-security-policy", `default-src 'none'; script-src 'nonce-${nonce}'`);
    return c.html(forgedMessagePage(forged?.key ?? "", nonce));
  });

  return routes;
}
