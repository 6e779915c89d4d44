import { Hono } from "hono";
import type { Cloud } from "../cloud.ts";
import type { ApiEnv } from "./api-env.ts";
import { requireSecret } from "./secret.ts";

/** `GET /v1/users/flags`: `UserFlags` of the types in `@picahq/authkit-token` 1.0.4. */
export function userRoutes(cloud: Cloud) {
  const routes = new Hono<ApiEnv>();
  routes.use(requireSecret(cloud));
  routes.get("/flags", (c) =>
    c.json({
      accessList: [],
      authkitWhitelist: cloud.settings.whiteLabel,
      earlyAccess: [],
      completedQuickstart: true,
    }),
  );
  return routes;
}
