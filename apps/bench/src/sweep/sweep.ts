import { type ConnectServer, createConnectServer } from "@authkit-ui/server";
import { createPostgresStore } from "@authkit-ui/server/postgres";
import { Client } from "pg";
import { withPostgres } from "../../../../.ci/postgres.mjs";
import { type Findings, progress } from "../harness/report.ts";
import { roundsOr } from "../harness/rounds.ts";
import { median, percentile } from "../harness/statistics.ts";
import { versionsOf } from "../harness/versions.ts";

const rounds = roundsOr(3);
const sizes = [1_000, 10_000, 100_000];
/** How many identities one sweep checks. */
const budget = 1_000;
const lists = 500;

const keyOf = (user: string, platform: string) => `test::${platform}::default::${user}`;

/** Everybody has two working connections, is known to the server and was never checked. */
const everybody = (identities: number) => `
  INSERT INTO user_connections (id, user_id, platform, connection_key, pica_id, environment, state,
    created_at, updated_at, identity_type)
  SELECT gen_random_uuid(), 'u_' || n, p, 'test::' || p || '::default::u_' || n, 'u_' || n || p,
    'test', 'operational', now(), now(), 'user'
  FROM generate_series(1, ${identities}) n, unnest(ARRAY['gmail', 'slack']) p;
  INSERT INTO connect_identities (user_id, identity_type, environment)
    SELECT DISTINCT user_id, identity_type, environment FROM user_connections;
  ANALYZE;`;

/** A Pica that answers at once, so that only the server and the database are measured. */
const pica: typeof fetch = async (input) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const user = url.searchParams.get("identity") ?? "";
  const rows =
    url.searchParams.get("active") === "false"
      ? []
      : ["gmail", "slack"].map((platform) => ({
          id: `${user}${platform}`,
          key: keyOf(user, platform),
          platform,
          environment: "test",
          state: "operational",
          active: true,
          identity: user,
          identityType: "user",
        }));
  return Response.json({ rows, pages: 1, total: rows.length });
};

async function startServer(url: string, identities: number): Promise<ConnectServer> {
  const name = `sweep_${identities}`;
  const admin = new Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const address = new URL(url);
  address.pathname = name;
  const connect = createConnectServer({
    secret: "sk_test_local",
    authenticate: () => null,
    store: createPostgresStore({ connectionString: address.href }),
    fetch: pica,
  });
  await connect.migrate();
  const client = new Client({ connectionString: address.href });
  await client.connect();
  await client.query(everybody(identities));
  await client.end();
  return connect;
}

const timed = async (run: () => Promise<unknown>) => {
  const start = performance.now();
  await run();
  return performance.now() - start;
};

/** Milliseconds of consecutive list reads, each by another person. */
async function timeLists(connect: ConnectServer, from: number): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < lists; index++) {
    times.push(await timed(() => connect.connections.list({ user: `u_${from + index}` })));
  }
  return times;
}

/** Measures what a sweep costs as identities grow in number, and how it slows list reads. */
export async function measureSweep(): Promise<Findings> {
  const found = new Map(sizes.map((size) => [size, [] as number[]]));
  const listTimes: Record<"alone" | "beside a sweep", number[]> = {
    alone: [],
    "beside a sweep": [],
  };
  await withPostgres(async (url: string) => {
    const servers = new Map<number, ConnectServer>();
    for (const size of sizes) {
      progress(`filling a table with ${size} identities`);
      servers.set(size, await startServer(url, size));
    }
    for (let round = 0; round <= rounds; round++) {
      for (const [size, connect] of servers) {
        let identities = 0;
        const time = await timed(async () => {
          ({ identities } = await connect.sweep({ budget, olderThan: 0 }));
        });
        progress(`${size}: ${identities} in ${time.toFixed(0)} ms`);
        // The first round is a warm-up.
        if (round > 0) found.get(size)?.push(time / identities);
      }
    }
    const largest = servers.get(Math.max(...sizes));
    if (!largest) throw new Error("There is no server.");
    for (let round = 0; round <= rounds; round++) {
      // Each read is for another person, whose data no cache holds.
      const from = 50_000 + round * 2 * lists;
      const alone = await timeLists(largest, from);
      let isOver = false;
      const sweeping = (async () => {
        while (!isOver) await largest.sweep({ budget: 200, olderThan: 0 });
      })();
      const beside = await timeLists(largest, from + lists);
      isOver = true;
      await sweeping;
      if (round === 0) continue;
      listTimes.alone.push(...alone);
      listTimes["beside a sweep"].push(...beside);
    }
    for (const connect of servers.values()) await connect.close();
  });
  return {
    tables: [
      {
        caption: `A sweep of ${budget.toLocaleString("en-US")} identities, as all identities grow`,
        columns: [
          { key: "identities", title: "identities in the table" },
          { key: "time", title: "ms for each identity", digits: 2 },
        ],
        rows: sizes.map((identities) => ({
          identities,
          time: median(found.get(identities) ?? []),
        })),
      },
      {
        caption: "One list after another, each of another person, with 100,000 identities",
        columns: [
          { key: "who", title: "list" },
          { key: "median", title: "median ms", digits: 1 },
          { key: "p95", title: "p95 ms", digits: 1 },
          { key: "worst", title: "worst ms", digits: 1 },
        ],
        rows: Object.entries(listTimes).map(([who, times]) => ({
          who,
          median: median(times),
          p95: percentile(times, 95),
          worst: Math.max(...times),
        })),
      },
    ],
    notes: [
      "PostgreSQL, everybody with two connections. Pica answers within the process and at once, so " +
        "that what is left is the server and the database. The sweep runs in the process of the " +
        "lists, four identities at a time, so that both share one core: what a list takes longer " +
        "beside it is that. That no list waits for a lock of a sweep is a test " +
        "(`packages/server/test/sweeps.test.ts`).",
    ],
    versions: versionsOf(["pg"]),
  };
}
