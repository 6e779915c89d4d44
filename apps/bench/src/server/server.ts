import { withPostgres } from "../../../../.ci/postgres.mjs";
import type { Findings } from "../harness/report.ts";
import { roundsOr } from "../harness/rounds.ts";
import { versionsOf } from "../harness/versions.ts";
import { budgetTable } from "./budgets.ts";
import { measureColdCatalog } from "./cold-catalog.ts";
import { type Answerer, type Comparison, compare, comparisonColumns } from "./compare.ts";
import { withLatency } from "./control.ts";
import { measureGrowth } from "./growth.ts";
import { load } from "./load.ts";
import { memoryTable, readMemory } from "./memory.ts";
import {
  catalogQuestions,
  connectionQuestions,
  tokenAnswerers,
  tokenPageAnswerers,
} from "./questions.ts";
import { closeStage, type Stage, startStage } from "./stage.ts";
import { measureTwoInstances } from "./two-instances.ts";

const rounds = roundsOr(3);
/** For windows of half a second. */
const short = { rounds: 5 * rounds, warmUps: 24 };

/** Asks every question of everybody who answers it. */
async function ask(
  questions: Record<string, Answerer[]>,
  windows: Pick<Comparison, "rounds" | "warmUps"> = { rounds },
) {
  const rows = [];
  for (const [question, answerers] of Object.entries(questions)) {
    const contestants = answerers.map(({ who, load: prepare }) => ({
      who,
      measure: async () => load(await prepare()),
    }));
    rows.push(...(await compare({ question, answerers: contestants, ...windows })));
  }
  return rows;
}

async function measureOn(stage: Stage, databaseUrl: string): Promise<Findings> {
  const idle = await readMemory(stage);
  const reads = [
    ...(await ask(catalogQuestions(stage), short)),
    ...(await ask(connectionQuestions(stage), short)),
  ];
  const tokens = [
    ...(await ask({ "Pica answers at once": tokenAnswerers(stage) })),
    ...(await withLatency(stage.cloud.origin, 50, () =>
      ask({ "Pica answers after 50 ms": tokenAnswerers(stage) }),
    )),
  ];
  const tokenPages = await ask({ "token, one page": tokenPageAnswerers(stage) });
  const twoInstances = await measureTwoInstances(stage, rounds);
  const loaded = await readMemory(stage);
  const cold = await measureColdCatalog(stage);
  return {
    tables: [
      {
        caption: "Reads from one instance, 16 requests in flight",
        columns: comparisonColumns("the first"),
        rows: reads,
      },
      {
        caption: "Token (all 294 connectors, three pages at Pica), 4 requests in flight",
        columns: comparisonColumns("official"),
        rows: tokens,
      },
      {
        caption: "One page of a token (50 connectors), 4 requests in flight",
        columns: comparisonColumns("the first"),
        rows: tokenPages,
      },
      twoInstances,
      cold,
      ...(await measureGrowth(stage, databaseUrl, rounds)),
      memoryTable(idle, loaded),
      budgetTable([...reads, ...tokenPages], cold.rows),
    ],
    notes: [
      `Each figure is the median of ${rounds} windows of 2 seconds, taken in turns after three warm-up ` +
        `windows; of reads from one instance ${short.rounds} windows of half a second after ${short.warmUps}. ` +
        "A ratio is the median of the ratios within a round. Every server is a process of its own, " +
        "built, answers over HTTP on the loopback device, and runs as in production; whoever asks, " +
        "and PostgreSQL, share the machine's cores with it. Who asks for the catalog never sleeps: " +
        "to be woken would count as the server's work. Ours signs the " +
        "person in from a cookie, checks origins and counts requests against limits too high to " +
        "reach; the bare routes do the one thing and nothing else. A list walks Pica once in 15 " +
        "seconds, as in life. CPU is the server process's own: the database's, and waiting for a " +
        "core, are not in it.",
    ],
    versions: versionsOf([
      "hono",
      "@hono/node-server",
      "pg",
      "@electric-sql/pglite",
      "@picahq/authkit-token",
    ]),
  };
}

/** How fast the server is, beside bare routes and the official token package. */
export async function measureServer(): Promise<Findings> {
  const found: Findings[] = [];
  await withPostgres(async (url) => {
    const stage = await startStage(url);
    try {
      found.push(await measureOn(stage, url));
    } finally {
      await closeStage(stage);
    }
  });
  const [findings] = found;
  if (!findings) throw new Error("PostgreSQL ended before anything was measured.");
  return findings;
}
