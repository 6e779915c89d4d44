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

const waitOf = (error: unknown) => (error instanceof ConnectError ? error.retryAfter : undefined);

/** How TanStack Query tries a read again. */
export const retries = {
  /** Transient failures once, everything else never. */
  retry: (failureCount: number, error: unknown): boolean => failureCount < 1 && isTransient(error),
  /** Milliseconds before that: what the server asked for, else a second. */
  retryDelay: (_failureCount: number, error: unknown): number => waitOf(error) ?? 1_000,
  /** Milliseconds after which a refused read is repeated unasked: only a limit says when it ends. */
  refetchInterval: ({ state }: { state: { error: unknown } }): number | false =>
    waitOf(state.error) ?? false,
};
