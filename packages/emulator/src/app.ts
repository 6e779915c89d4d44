import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { ZodError } from "zod";
import { api } from "./api/api.ts";
import { logo } from "./catalog/logo.ts";
import type { Cloud } from "./cloud.ts";
import { consentRoutes } from "./consent/routes.ts";
import { ControlError } from "./control/control-error.ts";
import { controlRoutes } from "./control/routes.ts";
import { hostedRoutes } from "./hosted/routes.ts";
import { sessionRoutes } from "./hosted/session-routes.ts";
import { statusRoutes } from "./status/routes.ts";

/** Everything that the emulator serves, as one web-standard handler. */
export function routes(cloud: Cloud) {
  const app = new Hono({ strict: false }).basePath(cloud.basePath || "/");
  app.route("/v1", api(cloud));
  app.route("/__emulator", statusRoutes(cloud));
  app.route("/__emulator", controlRoutes(cloud));
  app.route("/", hostedRoutes(cloud));
  app.route("/authkit/:requestId", sessionRoutes(cloud));
  app.route("/", consentRoutes(cloud));
  app.get("/logos/:file{.+\\.svg}", (c) => {
    const platform = c.req.param("file").slice(0, -".svg".length);
    const connector = cloud.catalog.byPlatform(platform);
    if (!connector) return c.notFound();
    c.header("content-type", "image/svg+xml");
    c.header("cache-control", "public, max-age=86400");
    return c.body(logo(platform, connector.name));
  });
  app.get("/favicon.ico", (c) => c.body(null, 204));
  app.onError((error, c) => {
    if (error instanceof ControlError) {
      const { code, message } = error;
      return c.json({ code, message }, code === "invalid_input" ? 400 : 404);
    }
    if (error instanceof ZodError || error instanceof SyntaxError) {
      return c.json({ message: "The request is malformed." }, 400);
    }
    if (error instanceof HTTPException) return error.getResponse();
    throw error;
  });
  return app;
}
