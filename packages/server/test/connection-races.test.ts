import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ConnectionRaces } from "./connection-races.ts";
import { StatementScheduler } from "./statement-scheduler.ts";
import { createPostgresDatabase } from "./test-store.ts";

/** How many interleavings are tried, and from which seed on. */
const rounds = Number(process.env.RACE_ROUNDS ?? 60);
const firstSeed = Number(process.env.RACE_SEED ?? 1);

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
    `lose nothing, delete no held key, and leave no duplicate or orphan (${rounds} interleavings)`,
    async () => {
      for (let seed = firstSeed; seed < firstSeed + rounds; seed++) {
        const broken = await races.play(seed);
        expect(broken, `RACE_SEED=${seed} RACE_ROUNDS=1\n${broken.join("\n")}`).toEqual([]);
      }
    },
    rounds * 2_000,
  );
});
