import type { HealthCheck, HealthResponse } from "@authkit-ui/contract";
import { ProblemError } from "./problem-error.ts";
import { type ConnectStore, ConnectStoreError } from "./store/connect-store.ts";

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

export function createHealth(now: () => number): Health {
  const database = createPulse(now);
  const pica = createPulse(now);
  return {
    database,
    pica,
    read: () => {
      const checks = { database: database.check(), pica: pica.check() };
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

function databaseProblem(error: unknown): ProblemError {
  if (error instanceof ConnectStoreError && error.code === "database_in_use") {
    return new ProblemError("database_in_use", {
      detail: "The database is held by another process of this product. Try again later.",
      cause: error,
    });
  }
  return new ProblemError("database_unavailable", {
    detail: "The database did not answer. Nothing is lost; try again in a moment.",
    cause: error,
  });
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
          pulse.report(false);
          throw databaseProblem(error);
        }
      };
    },
  });
}
