import type { Emulator, EmulatorOptions } from "@authkit-ui/emulator";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { claimIdentities } from "../src/store/sql-identities.ts";
import { createHarness } from "./harness.ts";
import { createPostgresDatabase, openPostgres } from "./test-store.ts";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A database, and a connection that inspects it. */
async function openDatabase() {
  const { url, drop } = await createPostgresDatabase();
  closers.push(drop);
  const connect = async () => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    closers.push(() => client.end());
    return client;
  };
  return { url, connect };
}

/** That many instances on one Pica, with one connection for each of that many people. */
async function startInstances(
  count: number,
  people: number,
  emulatorOptions: Partial<EmulatorOptions> = {},
) {
  const { url, connect } = await openDatabase();
  let emulator: Emulator | null = null;
  const attention: string[] = [];
  const instances = Array.from({ length: count }, () => {
    const harness = createHarness(
      {
        store: openPostgres(url, { poolSize: 6 }),
        fetch: (input, init) => (emulator ?? harness.emulator).fetch(new Request(input, init)),
        onNeedsAttention: ({ identity }) => {
          attention.push(identity.id);
        },
      },
      emulatorOptions,
    );
    closers.push(harness.connect.close);
    return harness;
  });
  const [first] = instances;
  if (!first) throw new Error("There is none.");
  emulator = first.emulator;
  await first.connect.migrate();
  const rows = Array.from({ length: people }, (_, index) => {
    const user = `u_${index}`;
    const { id, key } = first.emulator.control.createConnection({
      platform: "gmail",
      identity: user,
    });
    return { user, id, key };
  });
  const admin = await connect();
  await admin.query(
    `INSERT INTO user_connections (id, user_id, identity_type, platform, connection_key, pica_id,
       environment, state, created_at, updated_at)
     SELECT gen_random_uuid(), r."user", 'user', 'gmail', r.key, r.id, 'test', 'operational', now(), now()
     FROM jsonb_to_recordset($1::jsonb) AS r("user" text, id text, key text)`,
    [JSON.stringify(rows)],
  );
  await admin.query(`INSERT INTO connect_identities (user_id, identity_type, environment)
    SELECT user_id, identity_type, environment FROM user_connections`);
  const { control } = first.emulator;
  control.clearRequests();
  return { instances, rows, control, attention };
}

describe("Two instances that sweep", () => {
  it("check each of a thousand identities once", async () => {
    const { instances, rows, control, attention } = await startInstances(2, 1_000);
    const broken = rows.filter((_row, index) => index % 100 === 0);
    for (const { key } of broken) {
      control.setConnectionState({ connection: key, state: "failed" });
    }
    const sweep = () =>
      Promise.all(instances.map(({ connect }) => connect.sweep({ budget: 2_000 })));
    const results = await sweep();
    const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
    expect(sum(results.map(({ identities }) => identities))).toBe(1_000);
    expect(Math.min(...results.map(({ identities }) => identities))).toBeGreaterThan(0);
    // One request for each identity, and a second one for each of the ten that have failed.
    expect(control.requests()).toHaveLength(1_010);
    expect(sum(results.map(({ requests }) => requests))).toBe(1_010);
    expect(attention.sort()).toEqual(broken.map(({ user }) => user).sort());
    expect((await sweep()).map(({ identities }) => identities)).toEqual([0, 0]);
  });

  it("waste few requests on Pica's 429, and continue with the remaining identities", async () => {
    const { instances, control } = await startInstances(2, 1_000, { rateLimit: 300 });
    const identities = () =>
      new Set(
        control
          .requests()
          .filter(({ status }) => status === 200)
          .map(({ query }) => query.identity),
      ).size;
    let remaining = 1_000;
    const waits: (number | undefined)[] = [];
    while (remaining > 0) {
      const results = await Promise.all(
        instances.map(({ connect }) => connect.sweep({ budget: 2_000, olderThan: 60 * 60_000 })),
      );
      remaining = Math.max(...results.map((one) => one.remaining));
      waits.push(...results.map(({ retryAfter }) => retryAfter));
      for (const { advance } of instances) advance(60_000);
      expect(waits.length).toBeLessThan(20);
    }
    expect(identities()).toBe(1_000);
    expect(control.requests().length).toBeLessThanOrEqual(1_050);
    expect(new Set(waits)).toEqual(new Set([60, undefined]));
  });
});

describe("the queue of a sweep", () => {
  it("is read by its index, no matter how many identities there are", async () => {
    const { url, connect } = await openDatabase();
    const store = openPostgres(url);
    closers.push(store.close);
    await store.migrate();
    const admin = await connect();
    await admin.query(`INSERT INTO connect_identities (user_id, identity_type, environment, looked_at)
      SELECT 'u_' || n, 'user', 'test', now() - n * interval '1 second'
      FROM generate_series(1, 20000) n; ANALYZE connect_identities`);
    const now = new Date();
    const { sql, params } = claimIdentities(drizzle(admin), {
      environment: "test",
      before: now,
      now,
      until: now,
      limit: 20,
    }).toSQL();
    const plan = (await admin.query(`EXPLAIN (ANALYZE, FORMAT TEXT) ${sql}`, params)).rows
      .map((row) => row["QUERY PLAN"])
      .join("\n");
    expect(plan).toContain("connect_identities_looked_at");
    expect(plan).not.toMatch(/Seq Scan|Sort/);
    // Neither the queue's index nor the update reads more rows than are claimed.
    const read = [...plan.matchAll(/actual time=\S+ rows=(\d+)/g)].map(([, rows]) => Number(rows));
    expect(Math.max(...read)).toBeLessThanOrEqual(20);
  });

  it("blocks neither a list nor another sweep while an instance claims", async () => {
    const { url, connect } = await openDatabase();
    const claiming = await connect();
    const harness = createHarness({ store: openPostgres(url) });
    closers.push(harness.connect.close);
    const { ann, ben, connectAccount, list, advance, emulator } = harness;
    const { key } = await connectAccount(ann, "gmail");
    await connectAccount(ben, "gmail");
    // Another instance is claiming Ann in an open transaction.
    await claiming.query("BEGIN");
    await claiming.query("SELECT FROM connect_identities WHERE user_id = $1 FOR UPDATE", [
      ann.user,
    ]);
    emulator.control.setConnectionState({ connection: key, state: "failed" });
    advance(60_000);
    expect(await list(ann)).toMatchObject({
      stale: false,
      connections: [{ key, state: "failed" }],
    });
    expect(await harness.connect.sweep()).toMatchObject({ identities: 1, remaining: 1 });
    await claiming.query("ROLLBACK");
    advance(1_000);
    expect(await harness.connect.sweep()).toMatchObject({ identities: 1, remaining: 0 });
  });
});
