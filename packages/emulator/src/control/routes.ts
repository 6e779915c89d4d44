import { Hono } from "hono";
import type { EmulatorState } from "../emulator-state.ts";
import { runOperation } from "./control.ts";
import { ControlError } from "./control-error.ts";

/**
 * `POST /__emulator/{operation}`: the operations of `emulator.control` over HTTP, their input as
 * the JSON body. The JSON content type is required: a foreign page cannot send it without a
 * preflight, which is never answered.
 */
export function controlRoutes(emulator: EmulatorState) {
  const routes = new Hono();

  routes.post("/:operation", async (c) => {
    if (!c.req.header("content-type")?.startsWith("application/json")) {
      const message = "Send the input as JSON, with content-type: application/json.";
      return c.json({ code: "invalid_input", message }, 415);
    }
    const input = parseInput(await c.req.text());
    return c.json((await runOperation(emulator, c.req.param("operation"), input)) ?? null);
  });

  return routes;
}

function parseInput(text: string): unknown {
  try {
    return text === "" ? undefined : JSON.parse(text);
  } catch {
    throw new ControlError("invalid_input", "The body is not JSON.");
  }
}
