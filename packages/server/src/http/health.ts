import type { HealthCheck, HealthResponse } from "@authkit-ui/contract";

/** A failing database is tried again after this time. */
const probeIntervalMs = 5_000;

/** How the last call to a dependency went. */
interface DependencyStatus {
  report(ok: boolean): void;
  read(): HealthCheck;
}

function createDependencyStatus(now: () => number): DependencyStatus {
  let last: { ok: boolean; at: number } | null = null;
  return {
    report: (ok) => {
      last = { ok, at: now() };
    },
    read: () =>
      last
        ? { status: last.ok ? "ok" : "failing", age: now() - last.at }
        : { status: "unknown", age: null },
  };
}

export interface Health {
  database: DependencyStatus;
  pica: DependencyStatus;
  read(): HealthResponse;
}

/**
 * `probe` calls the database, which reports how that went. It runs while the database is failing,
 * because a load balancer that reads so sends no request that could find it recovered.
 */
export function createHealth(now: () => number, probe: () => Promise<unknown>): Health {
  const database = createDependencyStatus(now);
  const pica = createDependencyStatus(now);
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
      const checks = { database: database.read(), pica: pica.read() };
      const { status: last, age } = checks.database;
      if (last === "failing" && age !== null && age >= probeIntervalMs && !isProbing) startProbe();
      const status =
        last === "failing" ? "failing" : checks.pica.status === "failing" ? "degraded" : "ok";
      return { status, ...checks };
    },
  };
}
