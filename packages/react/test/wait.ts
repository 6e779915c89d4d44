import { vi } from "vitest";

/** Milliseconds; Vitest's own second is too short for a frame or a window on a busy machine. */
const timeout = 10_000;

type Options = Partial<{ timeout: number; interval: number }>;

/** Runs the check again and again until it does not throw. */
export const waitFor = <T>(check: () => T | Promise<T>, options: Options = {}) =>
  vi.waitFor(check, { timeout, ...options });

/** Asks again and again until the answer is true, or something. */
export const waitUntil = <T>(ask: () => T | Promise<T>, options: Options = {}) =>
  vi.waitUntil(ask, { timeout, ...options });
