import { createMiddleware } from "hono/factory";
import type { EmulatorState } from "../emulator-state.ts";
import type { Environment } from "../vault/connection.ts";
import type { ApiEnv } from "./api-env.ts";
import { PicaError } from "./pica-error.ts";

/** The headers of both generations that carry a secret key. */
export const secretHeaders = ["x-pica-secret", "x-one-secret"] as const;

/** The header that carries the secret key to this emulator. */
export const secretHeader = ({ options }: EmulatorState): (typeof secretHeaders)[number] =>
  options.generation === "one" ? "x-one-secret" : "x-pica-secret";

export const environmentOf = (secret: string): Environment =>
  secret.startsWith("sk_live_") ? "live" : "test";

/** Lets in who holds a secret key; the key decides the environment. */
export const requireSecret = (emulator: EmulatorState) =>
  createMiddleware<ApiEnv>(async (c, next) => {
    const secret = c.req.header(secretHeader(emulator));
    if (secret === undefined || !emulator.options.secrets.includes(secret)) {
      throw new PicaError(401);
    }
    c.set("environment", environmentOf(secret));
    await next();
  });
