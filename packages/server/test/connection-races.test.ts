import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConnectionRaces } from "./connection-races.ts";
import { StatementScheduler } from "./statement-scheduler.ts";
import { createPostgresDatabase } from "./test-store.ts";

/** How many interleavings are tried, and from which seed on. */
const rounds = Number(process.env.RACE_ROUNDS ?? 60);
const firstSeed = Number(process.env.RACE_SEED ?? 1);
/** Interleavings that found a fault once. */
const knownSeeds = process.env.RACE_SEED ? [] : [133, 22_049];
const seeds = [...knownSeeds, ...Array.from({ length: rounds }, (_, round) => firstSeed + round)];

describe("two instances whose statements cross", () => {
  let scheduler: StatementScheduler;
  let races: ConnectionRaces;
  let drop = async () => {};
  beforeAll(async () => {
    const database = await createPostgresDatabase();
    drop = database.drop;
    scheduler = await StatementScheduler.connect(database.url);
    races = new ConnectionRaces(scheduler, database.url);
    await races.migrate();
  });
  afterAll(async () => {
    await races.end();
    await scheduler.end();
    await drop();
  });

  it(
    `lose nothing, delete no held key, and leave no duplicate or orphan (${seeds.length} interleavings)`,
    async () => {
      for (const seed of seeds) {
        const broken = await races.play(seed);
        expect(broken, `RACE_SEED=${seed} RACE_ROUNDS=1\n${broken.join("\n")}`).toEqual([]);
      }
    },
    seeds.length * 2_000,
  );
});
