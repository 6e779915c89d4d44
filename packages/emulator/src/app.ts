import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { ZodError } from "zod";
import { api } from "./api/api.ts";
import { logo } from "./catalog/logo.ts";
import { consentRoutes } from "./consent/routes.ts";
import { ControlError } from "./control/control-error.ts";
import { controlRoutes } from "./control/routes.ts";
import type { EmulatorState } from "./emulator-state.ts";
import { hostedRoutes } from "./hosted/routes.ts";
import { sessionRoutes } from "./hosted/session-routes.ts";
import { statusRoutes } from "./status/routes.ts";

/** Everything that the emulator serves, as one web-standard handler. */
export function routes(emulator: EmulatorState) {
  const app = new Hono({ strict: false }).basePath(emulator.basePath || "/");
  app.route("/v1", api(emulator));
  app.route("/__emulator", statusRoutes(emulator));
  app.route("/__emulator", controlRoutes(emulator));
  app.route("/", hostedRoutes(emulator));
  app.route("/authkit/:requestId", sessionRoutes(emulator));
  app.route("/", consentRoutes(emulator));
  app.get("/logos/:file{.+\\.svg}", (c) => {
    const platform = c.req.param("file").slice(0, -".svg".length);
    const connector = emulator.catalog.byPlatform(platform);
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
