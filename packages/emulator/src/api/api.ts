import { Hono } from "hono";
import type { EmulatorState } from "../emulator-state.ts";
import { actionRoutes } from "./actions.ts";
import type { ApiEnv } from "./api-env.ts";
import { authKitRoutes } from "./authkit.ts";
import { connectionRoutes } from "./connections.ts";
import { connectorRoutes } from "./connectors.ts";
import { oauthRoutes } from "./oauth.ts";
import { passthroughRoutes } from "./passthrough.ts";
import { errorResponse, PicaError } from "./pica-error.ts";
import { rateLimit } from "./rate-limit.ts";
import { userRoutes } from "./users.ts";

/** Everything below `/v1`. */
export function api(emulator: EmulatorState) {
  const routes = new Hono<ApiEnv>();

  routes.use(async (c, next) => {
    const correlationId = crypto.randomUUID();
    c.set("correlationId", correlationId);
    c.header("x-one-correlation-id", correlationId);
    c.header("x-request-id", correlationId);
    await next();
  });
  routes.use(rateLimit(emulator));

  routes.route("/", connectorRoutes(emulator));
  routes.route("/vault/connections", connectionRoutes(emulator));
  routes.route("/authkit", authKitRoutes(emulator));
  routes.route("/users", userRoutes(emulator));
  routes.route("/", actionRoutes(emulator));
  routes.route("/passthrough", passthroughRoutes(emulator));
  routes.route("/connections/oauth", oauthRoutes(emulator));

  routes.all("*", () => {
    throw new PicaError(404);
  });
  routes.onError((error, c) => {
    if (error instanceof PicaError) return errorResponse(c, error);
    throw error;
  });
  return routes;
}
