import { median } from "../harness/statistics.ts";
import type { Table } from "../harness/table.ts";
import { compare, comparisonColumns } from "./compare.ts";
import { type Load, type LoadSample, load } from "./load.ts";
import { catalogLoad, connectionsLoad, tokenLoad } from "./loads.ts";
import type { Stage } from "./stage.ts";

type LoadOf = (server: Stage["postgres"]) => Load | Promise<Load>;

/** The same load, half of it on each instance; the worse one's percentiles. */
async function onBoth(loadOf: LoadOf, { postgres, second }: Stage): Promise<LoadSample> {
  const loads = await Promise.all([postgres, second].map(loadOf));
  const samples = await Promise.all(
    loads.map((one) => load({ ...one, concurrency: one.concurrency / 2 })),
  );
  return {
    rate: samples.reduce((sum, { rate }) => sum + rate, 0),
    p50: Math.max(...samples.map(({ p50 }) => p50)),
    p99: Math.max(...samples.map(({ p99 }) => p99)),
    work: median(samples.map(({ work }) => work)),
  };
}

/** What a second instance on the same PostgreSQL brings. */
export async function measureTwoInstances(stage: Stage, rounds: number): Promise<Table> {
  const questions: Record<string, LoadOf> = {
    "catalog from cache": catalogLoad,
    "5 connections": (server) => connectionsLoad(server),
    token: (server) => tokenLoad(server, stage.cloud),
  };
  const rows = [];
  for (const [question, loadOf] of Object.entries(questions)) {
    const answerers = [
      { who: "one", measure: async () => load(await loadOf(stage.postgres)) },
      { who: "two", measure: () => onBoth(loadOf, stage) },
    ];
    rows.push(...(await compare({ question, answerers, rounds })));
  }
  return {
    caption: "One instance and two on one PostgreSQL, the same number of requests in flight",
    columns: comparisonColumns("one"),
    rows,
  };
}
