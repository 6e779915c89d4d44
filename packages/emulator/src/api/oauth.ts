import { Hono } from "hono";
import type { EmulatorState } from "../emulator-state.ts";
import { connectionRecord } from "../vault/connection-row.ts";
import type { ApiEnv } from "./api-env.ts";

/**
 * `GET /v1/connections/oauth/check?state=`: what became of a visit to the provider. The path is
 * the one that `@withone/auth` 1.1.4 names; the shape of the answer is a guess.
 */
export function oauthRoutes(emulator: EmulatorState) {
  const routes = new Hono<ApiEnv>();
  routes.get("/check", (c) => {
    const attempt = emulator.attempts.find(c.req.query("state") ?? "");
    if (!attempt) return c.json({ status: "failed", message: "This sign-in is not known." });
    const { outcome, connector } = attempt;
    return c.json(
      outcome.status === "connected"
        ? { status: "connected", connection: connectionRecord(outcome.connection, connector.id) }
        : outcome,
    );
  });
  return routes;
}
