import { Hono } from "hono";
import type { Cloud } from "../cloud.ts";
import { runOperation } from "./control.ts";
import { ControlError } from "./control-error.ts";

/**
 * `POST /__emulator/{operation}`: the operations of `emulator.control` over HTTP, their input as
 * the JSON body. The JSON content type is required: a foreign page cannot send it without a
 * preflight, which is never answered.
 */
export function controlRoutes(cloud: Cloud) {
  const routes = new Hono();

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
