import { type Context, Hono } from "hono";
import type { EmulatorState } from "../emulator-state.ts";
import { providerOf } from "../providers/providers.ts";
import type { Connection } from "../vault/connection.ts";
import type { ApiEnv } from "./api-env.ts";
import { PicaError } from "./pica-error.ts";
import { requireSecret } from "./secret.ts";

/** `/v1/passthrough/{path of the provider's API}`: body, status and errors are the provider's. */
export function passthroughRoutes(emulator: EmulatorState) {
  const prefix = emulator.options.generation === "one" ? "x-one" : "x-pica";
  const routes = new Hono<ApiEnv>();
  routes.use(requireSecret(emulator));

  routes.all("/*", async (c) => {
    const connection = findConnection(emulator, c, c.req.header(`${prefix}-connection-key`));
    if (!c.req.header(`${prefix}-action-id`)) {
      throw new PicaError(400, "Action id header not found");
    }
    if (connection.state === "failed") throw new PicaError(401, "Invalid connection credentials");

    const provider = providerOf(connection.platform, emulator.options.providers);
    const answer = await provider.answer({
      method: c.req.method,
      path: c.req.path.replace(`${emulator.basePath}/v1/passthrough/`, ""),
      query: c.req.query(),
      body: parseBody(await c.req.text()),
      platform: connection.platform,
      account: connection.account ?? "",
      now: emulator.clock.now(),
    });
    // V1 hands the provider's headers on under a prefix (`core/api/src/logic/passthrough.rs`).
    const headers = new Headers({ "content-type": answer.headers.get("content-type") ?? "" });
    for (const [name, value] of answer.headers) headers.set(`${prefix}-passthrough-${name}`, value);
    return new Response(answer.body, { status: answer.status, headers });
  });

  return routes;
}

function findConnection(
  emulator: EmulatorState,
  c: Context<ApiEnv>,
  key: string | undefined,
): Connection {
  if (!key) throw new PicaError(400, "Connection header not found");
  // A key of the other environment looks like one that was deleted (V1 `middleware/header_auth.rs`).
  if (!key.startsWith(`${c.get("environment")}::`)) {
    throw new PicaError(404, "Invalid connection header");
  }
  const connection = emulator.vault.byKey(key);
  if (!connection) throw new PicaError(404, "Connection not found");
  return connection;
}

function parseBody(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
