import { type Context, Hono } from "hono";
import type { EmulatorState } from "../emulator-state.ts";
import { baseStyles } from "../pages/base-styles.ts";
import { type OAuthAttempt, readReturnedState } from "../sessions/oauth-attempts.ts";
import { consentPage, donePage, lostPage } from "./pages.ts";
import { consentStyles } from "./styles.ts";

/** Pica's redirect address below its origin (docs.picaos.com, `authkit/management.mdx`). */
const callbackPath = "/connections/oauth/callback";

/** Where a person signs in for this attempt, with the query of an OAuth authorization request. */
export function consentAddress({ options }: EmulatorState, attempt: OAuthAttempt): string {
  const address = new URL(`${options.origin}/consent/${attempt.connector.platform}`);
  address.search = new URLSearchParams({
    response_type: "code",
    client_id: "pica-emulator",
    redirect_uri: options.origin + callbackPath,
    state: attempt.state,
  }).toString();
  return address.href;
}

/** The provider's consent page, and Pica's callback that it leads back to. */
export function consentRoutes(emulator: EmulatorState) {
  const { attempts, basePath, faults } = emulator;
  const routes = new Hono();

  /** A provider lets nobody frame its page, and only leads back to where it was asked to. */
  const setPolicy = (c: Context, returnUrl: URL | undefined) => {
    const formAction = returnUrl ? `'self' ${returnUrl.origin}` : "'self'";
    c.header(
      "content-security-policy",
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' https: http:; base-uri 'none'; form-action ${formAction}; frame-ancestors 'none'`,
    );
    c.header("referrer-policy", "no-referrer");
    c.header("cache-control", "no-store");
  };

  routes.get("/consent/:platform", (c) => {
    const { state, returnUrl } = readReturnedState(c.req.query("state") ?? "");
    const attempt = attempts.find(state);
    setPolicy(c, returnUrl);
    if (attempt?.outcome.status !== "pending") return c.html(lostPage(basePath), 404);
    return c.html(consentPage(emulator, attempt, c.req.query("state") ?? ""));
  });

  routes.post("/consent/:platform", async (c) => {
    const form = await c.req.parseBody();
    const returned = String(form.state ?? "");
    const { state, returnUrl } = readReturnedState(returned);
    const attempt = attempts.find(state);
    setPolicy(c, returnUrl);
    if (!attempt) return c.html(lostPage(basePath), 404);
    const callback = new URL(emulator.options.origin + callbackPath);
    callback.searchParams.set("state", returned);
    if (form.decision !== "allow") {
      callback.searchParams.set("error", "access_denied");
    } else {
      attempt.grant = { code: crypto.randomUUID(), account: String(form.account ?? "") };
      callback.searchParams.set("code", attempt.grant.code);
    }
    // Path and query alone: the popup stays on the host name under which it was opened.
    return c.redirect(callback.pathname + callback.search, 303);
  });

  routes.get(callbackPath, (c) => {
    const { state, returnUrl, isClean } = readReturnedState(c.req.query("state") ?? "");
    const attempt = attempts.find(state);
    setPolicy(c, undefined);
    if (!attempt) return c.html(lostPage(basePath), 404);
    if (attempt.outcome.status === "pending") finish(attempt, c.req.query("code"));
    if (returnUrl && isClean) return c.redirect(returnUrl.href, 302);
    if (returnUrl) {
      returnUrl.searchParams.set("one_auth_state", state);
      if (attempt.outcome.status === "failed") {
        returnUrl.searchParams.set("one_auth_error", attempt.outcome.message);
      }
      return c.redirect(returnUrl.href, 302);
    }
    return c.html(donePage(basePath, attempt));
  });

  const finish = (attempt: OAuthAttempt, code: string | undefined) => {
    const refusal = faults.consume("provider_error", { method: "GET", path: callbackPath });
    const { grant, session, connector, name } = attempt;
    if (code === undefined) {
      attempt.outcome = { status: "failed", message: `Access to ${connector.name} was declined.` };
    } else if (refusal || grant?.code !== code) {
      const message = refusal?.message ?? "Invalid connection credentials";
      attempt.outcome = { status: "failed", message };
    } else {
      const connection = emulator.connect(session, connector, { name, account: grant.account });
      attempt.outcome = { status: "connected", connection };
    }
  };

  routes.get("/consent.css", (c) => {
    c.header("content-type", "text/css; charset=utf-8");
    return c.body(baseStyles + consentStyles);
  });
  routes.get("/consent.js", (c) => {
    c.header("content-type", "text/javascript; charset=utf-8");
    return c.body("window.close();");
  });

  return routes;
}
