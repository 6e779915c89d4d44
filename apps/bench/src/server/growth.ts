import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { routes } from "@authkit-ui/contract";
import { createPgliteStore } from "@authkit-ui/server/pglite";
import { createPostgresStore } from "@authkit-ui/server/postgres";
import { PGlite } from "@electric-sql/pglite";
import { Client } from "pg";
import { progress } from "../harness/report.ts";
import type { Table } from "../harness/table.ts";
import { builtProcess } from "./build-process.ts";
import { type ServedChild, startChild } from "./child-process.ts";
import { compare, comparisonColumns } from "./compare.ts";
import { connectAccounts } from "./control.ts";
import { load } from "./load.ts";
import { connectionsLoad } from "./loads.ts";
import type { OursOptions } from "./ours.process.ts";
import { readOnce, type Stage } from "./stage.ts";

const perIdentity = [1, 10, 100, 1000];
const inTable = [1_000, 10_000, 100_000, 1_000_000];

/** Other people's rows, five each. */
const strangers = (rows: number) => `
  INSERT INTO user_connections (id, user_id, platform, connection_key, environment, state,
    created_at, updated_at, identity_type)
  SELECT gen_random_uuid(), 'u_other_' || n / 5, 'gmail', 'test::gmail::default::' || n || '|other',
    'test', 'operational', now(), now(), 'user' FROM generate_series(1, ${rows}) n;
  ANALYZE user_connections;`;

const count = (number: number) => number.toLocaleString("en-US");
const fewAtOnce = (server: ServedChild, as?: string) => ({
  ...connectionsLoad(server, as),
  concurrency: 4,
});

async function growingIdentity(stage: Stage, rounds: number): Promise<Table> {
  const people = perIdentity.map((number) => ({ number, name: `u_with_${number}` }));
  for (const { number, name } of people) await connectAccounts(stage.cloud.origin, name, number);
  const rows = [];
  for (const [database, server] of [
    ["PGlite", stage.pglite],
    ["PostgreSQL", stage.postgres],
  ] as const) {
    for (const { name } of people) await readOnce(server, routes.connections, name);
    const answerers = people.map(({ number, name }) => ({
      who: count(number),
      measure: () => load(fewAtOnce(server, name)),
    }));
    rows.push(...(await compare({ question: database, answerers, rounds })));
  }
  return {
    caption: "Connections list as one person's connections grow, 4 requests in flight",
    columns: comparisonColumns("one connection").map((column) =>
      column.key === "who" ? { ...column, title: "connections" } : column,
    ),
    rows,
  };
}

async function postgresWith(rows: number, url: string): Promise<Partial<OursOptions>> {
  const name = `rows_${rows}`;
  const server = new Client({ connectionString: url });
  await server.connect();
  await server.query(`CREATE DATABASE ${name}`);
  await server.end();
  const databaseUrl = new URL(url);
  databaseUrl.pathname = name;
  const store = createPostgresStore({ connectionString: databaseUrl.href });
  await store.migrate();
  await store.close();
  const client = new Client({ connectionString: databaseUrl.href });
  await client.connect();
  await client.query(strangers(rows));
  await client.end();
  return { databaseUrl: databaseUrl.href };
}

async function pgliteWith(rows: number, folder: string): Promise<Partial<OursOptions>> {
  const databaseFolder = join(folder, `rows_${rows}`);
  const store = createPgliteStore({ folder: databaseFolder });
  await store.migrate();
  await store.close();
  const client = await PGlite.create(databaseFolder);
  await client.exec(strangers(rows));
  await client.close();
  return { databaseFolder };
}

async function growingTable({ cloud }: Stage, url: string, rounds: number): Promise<Table> {
  const folder = await mkdtemp(join(tmpdir(), "authkit-ui-bench-"));
  const tableRows = [];
  try {
    for (const [database, fill] of [
      ["PGlite", (rows: number) => pgliteWith(rows, folder)],
      ["PostgreSQL", (rows: number) => postgresWith(rows, url)],
    ] as const) {
      const servers: { rows: number; server: ServedChild }[] = [];
      try {
        for (const rows of inTable) {
          progress(`${database}: filling a table with ${count(rows)} rows`);
          const options = { picaOrigin: cloud.origin, ...(await fill(rows)) };
          const server = await startChild(await builtProcess("./ours.process.ts"), options);
          servers.push({ rows, server });
          await readOnce(server, routes.connections);
        }
        const answerers = servers.map(({ rows, server }) => ({
          who: count(rows),
          measure: () => load(fewAtOnce(server)),
        }));
        tableRows.push(...(await compare({ question: database, answerers, rounds })));
      } finally {
        for (const { server } of servers) await server.close();
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return {
    caption: "Connections list (5) as everybody's rows grow, 4 requests in flight",
    columns: comparisonColumns("1,000 rows").map((column) =>
      column.key === "who" ? { ...column, title: "rows in the table" } : column,
    ),
    rows: tableRows,
  };
}

/** Whether a list costs the same however much there is. */
export const measureGrowth = async (
  stage: Stage,
  databaseUrl: string,
  rounds: number,
): Promise<Table[]> => [
  await growingIdentity(stage, rounds),
  await growingTable(stage, databaseUrl, rounds),
];
