import { ConnectError } from "./connect-error.ts";

const transient = new Set<string>([
  "network",
  "timeout",
  "internal",
  "upstream_invalid",
  "upstream_unavailable",
  "upstream_timeout",
  "database_unavailable",
]);

/** Whether the same request may do better by itself: never for a refusal or a limit. */
export const isTransient = (error: unknown): boolean =>
  error instanceof ConnectError && transient.has(error.code);

/** TanStack Query's `retry`: transient failures once, everything else never. */
export const retry = (failureCount: number, error: unknown): boolean =>
  failureCount < 1 && isTransient(error);

/** Milliseconds before the next attempt: what the server asked for, else a second. */
export const retryDelay = (_failureCount: number, error: unknown): number =>
  (error instanceof ConnectError ? error.retryAfter : undefined) ?? 1_000;

/**
 * Milliseconds after which a refused read is worth repeating unasked, or `false`: only a limit
 * says when it ends.
 */
export const retryInterval = (error: unknown): number | false =>
  error instanceof ConnectError && error.retryAfter !== undefined ? error.retryAfter : false;
