import type { HealthCheck, HealthResponse } from "@authkit-ui/contract";
import { ProblemError } from "../errors/problem-error.ts";
import { type ConnectStore, ConnectStoreError } from "../store/connect-store.ts";
import { toStatementError } from "../store/statement-error.ts";

/** Milliseconds after which a failing database is tried again. */
const probeInterval = 5_000;

interface Pulse {
  report(ok: boolean): void;
  check(): HealthCheck;
}

function createPulse(now: () => number): Pulse {
  let last: { ok: boolean; at: number } | null = null;
  return {
    report: (ok) => {
      last = { ok, at: now() };
    },
    check: () =>
      last
        ? { status: last.ok ? "ok" : "failing", age: now() - last.at }
        : { status: "unknown", age: null },
  };
}

/** Remembers how the last call to each dependency went. */
export interface Health {
  database: Pulse;
  pica: Pulse;
  read(): HealthResponse;
}

/**
 * `probe` asks the database something and reports how that went. It runs while the database is
 * failing, since a load balancer that reads so sends no request that could find it well again.
 */
export function createHealth(now: () => number, probe: () => Promise<unknown>): Health {
  const database = createPulse(now);
  const pica = createPulse(now);
  let isProbing = false;
  const startProbe = () => {
    isProbing = true;
    const done = () => {
      isProbing = false;
    };
    probe().then(done, done);
  };
  return {
    database,
    pica,
    read: () => {
      const checks = { database: database.check(), pica: pica.check() };
      const { status: last, age } = checks.database;
      if (last === "failing" && age !== null && age >= probeInterval && !isProbing) startProbe();
      const status =
        checks.database.status === "failing"
          ? "failing"
          : checks.pica.status === "failing"
            ? "degraded"
            : "ok";
      return { status, ...checks };
    },
  };
}

const unavailable = "The database did not answer. Nothing is lost; try again in a moment.";

function databaseProblem(error: unknown): ProblemError {
  if (error instanceof ConnectStoreError) {
    const isHeld = error.code === "database_in_use";
    return new ProblemError(error.code, {
      detail: isHeld
        ? "The database is held by another process of this product. Try again later."
        : unavailable,
      cause: error,
    });
  }
  const cause = toStatementError(error);
  if (cause.isAboutData) {
    return new ProblemError("internal", {
      detail: "The database does not take what was to be stored. Report the reference.",
      cause,
    });
  }
  return new ProblemError("database_unavailable", { detail: unavailable, cause });
}

/** The same store, its failures as problems and its pulse taken. */
export function watchStore(store: ConnectStore, pulse: Pulse): ConnectStore {
  return new Proxy(store, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== "function" || name === "close" || name === "createRateLimiter")
        return member;
      return async (...args: unknown[]) => {
        try {
          const answer: unknown = await member.apply(target, args);
          pulse.report(true);
          return answer;
        } catch (error) {
          const problem = databaseProblem(error);
          // A database that refuses one statement's data has answered.
          pulse.report(problem.code === "internal");
          throw problem;
        }
      };
    },
  });
}
