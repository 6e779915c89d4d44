import { Hono } from "hono";
import { csrf } from "hono/csrf";
import type { Cloud } from "../cloud.ts";
import { styles } from "../hosted/styles.ts";
import { statusPage } from "../status/page.ts";
import { statusStyles } from "../status/styles.ts";
import { createControl, runOperation } from "./control.ts";
import { ControlError } from "./control-error.ts";

/**
 * `GET /__emulator` is the status page.
 * `POST /__emulator/{operation}`: the operations of `emulator.control` over HTTP, their input as
 * the JSON body. The JSON content type is required: a foreign page cannot send it without a
 * preflight, which is never answered.
 */
export function controlRoutes(cloud: Cloud) {
  const routes = new Hono();
  const control = createControl(cloud);

  routes.get("/", (c) => {
    c.header(
      "content-security-policy",
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    return c.html(statusPage(cloud, control));
  });
  routes.get("/status.css", (c) => {
    c.header("content-type", "text/css; charset=utf-8");
    return c.body(styles + statusStyles);
  });

  // The buttons of the status page: forms, so it is the browser that must say whose page sent them.
  routes.post("/", csrf(), async (c) => {
    const { operation, input } = await c.req.parseBody();
    runOperation(cloud, String(operation), input ? JSON.parse(String(input)) : undefined);
    return c.redirect(`${cloud.basePath}/__emulator`, 303);
  });

  routes.post("/:operation", async (c) => {
    if (!c.req.header("content-type")?.startsWith("application/json")) {
      return c.json(
        { code: "invalid_input", message: "Send content-type: application/json." },
        415,
      );
    }
    const text = await c.req.text();
    try {
      const input: unknown = text === "" ? undefined : JSON.parse(text);
      const output = runOperation(cloud, c.req.param("operation"), input);
      return c.json(output ?? null);
    } catch (error) {
      if (error instanceof SyntaxError) {
        return c.json({ code: "invalid_input", message: "The body is not JSON." }, 400);
      }
      if (!(error instanceof ControlError)) throw error;
      const { code, message } = error;
      return c.json({ code, message }, code === "invalid_input" ? 400 : 404);
    }
  });

  return routes;
}
