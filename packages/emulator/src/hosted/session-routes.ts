import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { z } from "zod";
import type { Connector } from "../catalog/catalog.ts";
import { consentAddress } from "../consent/routes.ts";
import type { EmulatorState } from "../emulator-state.ts";
import type { AuthKitSession } from "../sessions/authkit-sessions.ts";
import { connectionRecord } from "../vault/connection-row.ts";

interface SessionEnv {
  Variables: { session: AuthKitSession; connector: Connector };
}

const name = z.string().transform((text) => text || null);
const oauthRequest = z.object({ name, companyName: z.string() });
const connectRequest = z.object({ name, credentials: z.record(z.string(), z.string()) });

/** A credential that no provider takes, so that a refusal can be seen without a fault. */
const refusedCredential = "invalid";

/**
 * What the hosted page calls, below `/authkit/{requestId}`, for one connector of its session.
 * Upstream's own calls are not published.
 */
export function sessionRoutes(emulator: EmulatorState) {
  const { sessions, catalog, attempts, faults, options } = emulator;
  const routes = new Hono<SessionEnv>();

  routes.use(
    "/connectors/:connectorId/*",
    createMiddleware<SessionEnv>(async (c, next) => {
      const session = sessions.find(Number(c.req.param("requestId")));
      if (!session) return c.json({ message: "This session has expired" }, 410);
      const connector = catalog.byId(Number(c.req.param("connectorId")));
      if (!connector) return c.json({ message: "This platform does not exist" }, 404);
      c.set("session", session);
      c.set("connector", connector);
      await next();
    }),
  );

  routes.get("/connectors/:connectorId/form", (c) => {
    const { oauth, fields } = c.get("connector");
    return c.json({ oauth, fields: oauth ? [] : fields });
  });

  routes.post("/connectors/:connectorId/oauth", async (c) => {
    const request = oauthRequest.parse(await c.req.json());
    const { session, connector } = c.var;
    const attempt = attempts.create({ session, connector, ...request });
    return c.json({ url: consentAddress(emulator, attempt), state: attempt.state });
  });

  routes.post("/connectors/:connectorId/connection", async (c) => {
    const request = connectRequest.parse(await c.req.json());
    const { session, connector } = c.var;
    const fault = faults.consume("provider_error", { method: c.req.method, path: c.req.path });
    if (fault || Object.values(request.credentials).includes(refusedCredential)) {
      return c.json({ message: fault?.message ?? "Invalid connection credentials" }, 401);
    }
    const account = options.accounts[0]?.email ?? null;
    const connection = emulator.connect(session, connector, { name: request.name, account });
    return c.json(connectionRecord(connection, connector.id), 201);
  });

  return routes;
}
