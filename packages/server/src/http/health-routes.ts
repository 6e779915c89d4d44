import { routes } from "@authkit-ui/contract";
import type { Viewer } from "../identity/identity.ts";
import type { ConnectApp } from "./connect-env.ts";
import type { Health } from "./health.ts";

export interface HealthServices {
  health: Health;
}

/** For load balancers: the last known status, without a login and without waiting. */
export function healthRoutes<V extends Viewer>(
  app: ConnectApp<V>,
  { health }: HealthServices,
): void {
  app.get(routes.health, (context) => {
    const report = health.read();
    return context.json(report, report.status === "failing" ? 503 : 200);
  });
}
