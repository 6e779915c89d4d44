import { createMiddleware } from "hono/factory";
import type { EmulatorState } from "../emulator-state.ts";
import { PicaError } from "./pica-error.ts";
import { secretHeader } from "./secret.ts";

const windowSeconds = 60;

/**
 * Pica's rate-limit headers, `remainings` spelled as Pica spells it (withoneai/pica,
 * `core/api/src/middleware/rate_limiter.rs`). One documents none.
 */
export const rateLimitHeaders = (limit: number, remaining: number) => ({
  "x-pica-rate-limit-limit": String(limit),
  "x-pica-rate-limit-remainings": String(remaining),
  "x-pica-rate-limit-reset": String(windowSeconds),
});

/** Counts requests in windows of a minute for each secret key, when a limit is set. */
export function rateLimit(emulator: EmulatorState) {
  const { rateLimit: limit, generation } = emulator.options;
  const windows = new Map<string, { start: number; count: number }>();

  return createMiddleware(async (c, next) => {
    const secret = c.req.header(secretHeader(emulator));
    if (limit === undefined || secret === undefined) return next();
    const now = emulator.clock.now();
    const last = windows.get(secret);
    const isOver = !last || now - last.start >= windowSeconds * 1000;
    const current = isOver ? { start: now, count: 0 } : last;
    windows.set(secret, current);
    const isRefused = current.count >= limit;
    if (!isRefused) current.count += 1;
    if (generation === "pica") {
      const headers = rateLimitHeaders(limit, limit - current.count);
      for (const [name, value] of Object.entries(headers)) c.header(name, value);
    }
    if (isRefused) throw new PicaError(429);
    await next();
  });
}
