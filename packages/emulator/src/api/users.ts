import { Hono } from "hono";
import type { EmulatorState } from "../emulator-state.ts";
import type { ApiEnv } from "./api-env.ts";
import { requireSecret } from "./secret.ts";

/** `GET /v1/users/flags`: `UserFlags` of the types in `@picahq/authkit-token` 1.0.4. */
export function userRoutes(emulator: EmulatorState) {
  const routes = new Hono<ApiEnv>();
  routes.use(requireSecret(emulator));
  routes.get("/flags", (c) =>
    c.json({
      accessList: [],
      authkitWhitelist: emulator.settings.whiteLabel,
      earlyAccess: [],
      completedQuickstart: true,
    }),
  );
  return routes;
}
