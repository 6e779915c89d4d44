import { cpus, loadavg, totalmem } from "node:os";

/** Where and when figures were taken. */
export interface Taken {
  /** ISO 8601, UTC. */
  date: string;
  cores: number;
  processor: string;
  /** GiB. */
  memory: number;
  node: string;
  /** Processes that wanted a core in the last minute, before and after. Quiet is near 0. */
  load: { before: number; after: number };
}

const oneMinuteLoad = () => Number((loadavg()[0] ?? Number.NaN).toFixed(2));

/** Notes the machine as it is now; the returned function completes the note at the end. */
export function noteMachine(): () => Taken {
  const before = oneMinuteLoad();
  const [first] = cpus();
  return () => ({
    date: new Date().toISOString(),
    cores: cpus().length,
    processor: first?.model.trim() ?? "unknown",
    memory: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    load: { before, after: oneMinuteLoad() },
  });
}
