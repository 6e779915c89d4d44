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

const waitOf = (error: unknown) => (error instanceof ConnectError ? error.retryAfter : undefined);

/**
 * Whether the same request may do better by itself: never for a refusal or a limit, and not before
 * the server said that it would.
 */
export const isTransient = (error: unknown): boolean =>
  error instanceof ConnectError && transient.has(error.code) && error.retryAfter === undefined;

/** How TanStack Query tries a read again. */
export const queryRetry = {
  /** Transient failures once, everything else never. */
  retry: (failureCount: number, error: unknown): boolean => failureCount < 1 && isTransient(error),
  /** Milliseconds before that. */
  retryDelay: 1_000,
  /** Milliseconds after which a refused read is repeated unasked, where the server said when. */
  refetchInterval: ({ state }: { state: { error: unknown } }): number | false =>
    waitOf(state.error) ?? false,
};
