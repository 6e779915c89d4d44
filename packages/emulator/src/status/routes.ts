import { Hono } from "hono";
import { csrf } from "hono/csrf";
import { createControl, runOperation } from "../control/control.ts";
import type { EmulatorState } from "../emulator-state.ts";
import { baseStyles } from "../pages/base-styles.ts";
import { statusPage } from "./page.ts";
import { statusStyles } from "./styles.ts";

/** `/__emulator`: the status page and its buttons. */
export function statusRoutes(emulator: EmulatorState) {
  const routes = new Hono();
  const control = createControl(emulator);

  routes.get("/", (c) => {
    c.header(
      "content-security-policy",
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    return c.html(statusPage(emulator, control));
  });
  routes.get("/status.css", (c) => {
    c.header("content-type", "text/css; charset=utf-8");
    return c.body(baseStyles + statusStyles);
  });

  // The buttons of the status page: forms, so it is the browser that must say whose page sent them.
  routes.post("/", csrf(), async (c) => {
    const { operation, input } = await c.req.parseBody();
    runOperation(emulator, String(operation), input ? JSON.parse(String(input)) : undefined);
    return c.redirect(`${emulator.basePath}/__emulator`, 303);
  });

  return routes;
}
