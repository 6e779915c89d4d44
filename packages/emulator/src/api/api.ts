import { Hono } from "hono";
import type { Cloud } from "../cloud.ts";
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
export function api(cloud: Cloud) {
  const routes = new Hono<ApiEnv>();

  routes.use(async (c, next) => {
    const correlationId = crypto.randomUUID();
    c.set("correlationId", correlationId);
    c.header("x-one-correlation-id", correlationId);
    c.header("x-request-id", correlationId);
    await next();
  });
  routes.use(rateLimit(cloud));

  routes.route("/", connectorRoutes(cloud));
  routes.route("/vault/connections", connectionRoutes(cloud));
  routes.route("/authkit", authKitRoutes(cloud));
  routes.route("/users", userRoutes(cloud));
  routes.route("/", actionRoutes(cloud));
  routes.route("/passthrough", passthroughRoutes(cloud));
  routes.route("/connections/oauth", oauthRoutes(cloud));

  routes.all("*", () => {
    throw new PicaError(404);
  });
  routes.onError((error, c) => {
    if (error instanceof PicaError) return errorResponse(c, error);
    throw error;
  });
  return routes;
}
