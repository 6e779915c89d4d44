import { ConnectConfigurationError } from "../errors/configuration-error.ts";
import { ProblemError } from "../errors/problem-error.ts";
import type { RateLimiter, RateLimiterFactory } from "../store/connect-store.ts";
import { createMemoryRateLimiter } from "./memory-rate-limiter.ts";

/**
 * Requests a minute. `writes`, `sessions` and `tokens` are counted by all instances together where
 * the store can (PostgreSQL); `address`, `reads` and `webhooks` by each instance for itself, since
 * neither a read nor a request of a stranger may cost a write to the database.
 */
export interface RateLimits {
  /**
   * From one address, whoever is signed in: an office behind one address must fit in. Counted where
   * the address is known: by `./node`, by `handler(request, { address })`, or with `trustProxy`.
   * @default 1200
   */
  address: number;
  /**
   * Reads by one identity: lists, the catalog, a session's state (polled while a dialog is open).
   * @default 600
   */
  reads: number;
  /**
   * Changes by one identity: saves, renames, disconnects, actions.
   * @default 120
   */
  writes: number;
  /**
   * Connect sessions begun by one identity.
   * @default 30
   */
  sessions: number;
  /**
   * Token requests with one identity's tickets; each costs calls at Pica.
   * @default 120
   */
  tokens: number;
  /**
   * How many of One's webhooks are processed, from all senders together. Further ones are answered
   * and ignored.
   * @default 120
   */
  webhooks: number;
}

/** Each limit that is left out keeps its default. */
export type RateLimitOptions = { [Name in keyof RateLimits]?: RateLimits[Name] | undefined };

const defaults: RateLimits = {
  address: 1200,
  reads: 600,
  writes: 120,
  sessions: 30,
  tokens: 120,
  webhooks: 120,
};

/** Seconds. */
const window = 60;

export interface RateGuard {
  /** Counts a request; throws `rate_limited` once there were too many. */
  consume(limit: keyof RateLimits, key: string): Promise<void>;
}

function checkLimits(limits: RateLimitOptions): RateLimits {
  const points = { ...defaults };
  for (const name of Object.keys(defaults) as (keyof RateLimits)[]) {
    const limit = limits[name] ?? defaults[name];
    if (!Number.isInteger(limit) || limit < 1) {
      throw new ConnectConfigurationError(
        "rate_limit_malformed",
        `rateLimits.${name} is ${limit}. Write how many requests a minute are allowed, a whole number ` +
          `from 1 on, e.g. ${defaults[name]}, or leave it out.`,
      );
    }
    points[name] = limit;
  }
  return points;
}

/** `false` disables every limit: for load tests, never in production. */
export function createRateGuard(
  limits: RateLimitOptions | false | undefined,
  createSharedLimiter: RateLimiterFactory,
): RateGuard {
  if (limits === false) return { consume: async () => {} };
  const points = checkLimits(limits ?? {});
  const rule = (name: keyof RateLimits) => ({ name, points: points[name], duration: window });
  const limiters: Record<keyof RateLimits, RateLimiter> = {
    address: createMemoryRateLimiter(rule("address")),
    reads: createMemoryRateLimiter(rule("reads")),
    writes: createSharedLimiter(rule("writes")),
    sessions: createSharedLimiter(rule("sessions")),
    tokens: createSharedLimiter(rule("tokens")),
    webhooks: createMemoryRateLimiter(rule("webhooks")),
  };
  return {
    consume: async (name, key) => {
      const { retryAfter } = await limiters[name].consume(key);
      if (retryAfter === undefined) return;
      throw new ProblemError("rate_limited", {
        detail: `Too many requests (${points[name]} a minute are allowed). Try again in ${retryAfter} seconds.`,
        retryAfter,
      });
    },
  };
}
