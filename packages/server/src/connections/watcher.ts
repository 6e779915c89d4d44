import { ConnectConfigurationError } from "../errors/configuration-error.ts";
import { ProblemError } from "../errors/problem-error.ts";
import type { Logger } from "../log/logger.ts";
import type { Sweeper, SweepResult } from "./sweeper.ts";

/** Options of `connect.watch`. */
export interface WatchOptions {
  /** Milliseconds in which each identity is checked about once, by any instance. */
  every: number;
  /**
   * Requests to Pica per minute and instance. Leave room for the requests of your users.
   * @default 60
   */
  budget?: number | undefined;
}

/** Returned by `connect.watch`. */
export interface Watch {
  /** Stops the sweeps. Resolves once a running sweep has finished its current identities. */
  stop(): Promise<void>;
}

const minute = 60_000;

/** `setTimeout` fires at once for larger delays. */
const maxEvery = 2 ** 31 - 1;

function check(every: number, budget: number): void {
  if (every >= 1_000 && every <= maxEvery && budget > 0) return;
  throw new ConnectConfigurationError(
    "watch_malformed",
    `watch() was called with every: ${every} and budget: ${budget}. \`every\` must be at least 1000 ` +
      "milliseconds, e.g. 300_000 for five minutes, and `budget` must be above 0.",
  );
}

/** Runs sweeps repeatedly in one process. Instances coordinate only through the store. */
export function startWatch(
  sweep: Sweeper["sweep"],
  { every, budget = 60 }: WatchOptions,
  logger: Logger,
): Watch {
  check(every, budget);
  const pause = Math.min(every, minute);
  const sweepBudget = Math.max(1, Math.round((budget * pause) / minute));
  // A tenth less, so that an identity is due even if the timer fires a little early.
  const olderThan = every * 0.9;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const trySweep = async (): Promise<Partial<SweepResult>> => {
    try {
      return await sweep({ budget: sweepBudget, olderThan }, () => isStopped);
    } catch (error) {
      logger.warn("A sweep failed; the next one tries again.", {
        ...(error instanceof ProblemError ? { code: error.code } : { error }),
      });
      return {};
    }
  };
  const run = async () => {
    const { retryAfter = 0 } = await trySweep();
    if (!isStopped) timer = setTimeout(start, Math.max(pause, retryAfter * 1000));
  };
  let running = Promise.resolve();
  function start() {
    running = run();
  }
  start();

  return {
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      return running;
    },
  };
}
