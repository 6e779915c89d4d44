import pg from "pg";
import { describe, expect, it } from "vitest";
import type { Identity } from "../src/identity.ts";
import type { ConnectStore } from "../src/store/connect-store.ts";
import { at, createSteps, environment, fresh, someone } from "./store-fixtures.ts";
import { createPostgresDatabase, openPostgres, openTestStore, postgresUrl } from "./test-store.ts";

const replace = (store: ConnectStore, id: string, identity: Identity, key: string) => {
  const replacement = fresh({ key });
  const change = { replacement, since: at(1), announce: null, announceMerged: false };
  return store.updateConnection(id, identity, change, at(3));
};

describe("a reconnect's save and a walk that cross", () => {
  it("leave one row of the new key and none of the old one, whoever is first", async () => {
    const store = await openTestStore();
    const { save, list } = createSteps(() => store);
    for (let i = 0; i < 8; i++) {
      const identity = someone();
      const row = fresh();
      const { key } = fresh();
      await save(identity, row);
      const [replaced] = await Promise.all([
        replace(store, row.id, identity, key),
        save(identity, fresh({ key }), { now: at(2) }),
        save(identity, fresh({ key: row.key, state: "failed" }), { now: at(2) }),
      ]);
      expect(replaced).toMatchObject({ id: row.id, key });
      expect(await list(identity)).toMatchObject([{ id: row.id, key }]);
      // Servers of other tests on this database would carry them out.
      for (const { id } of await store.findDeletions({ open: true, identity, environment })) {
        await store.updateDeletion(id, { announce: false, settledAt: at(4) });
      }
    }
  });

  // The embedded database has one connection: there, nothing crosses.
  if (postgresUrl) {
    /** One row, a store, and beside it a transaction of another instance's that is not over yet. */
    async function setUp() {
      const { url, drop } = await createPostgresDatabase();
      const store = openPostgres(url);
      await store.migrate();
      const other = new pg.Client({ connectionString: url });
      await other.connect();
      const steps = createSteps(() => store);
      const identity = someone();
      const row = fresh();
      await steps.save(identity, row);
      await other.query("BEGIN");
      return {
        ...steps,
        store,
        identity,
        row,
        other,
        /** Resolves once something waits for that transaction. */
        met: () =>
          expect
            .poll(async () => {
              const { rows } = await other.query("SELECT FROM pg_locks WHERE NOT granted");
              return rows.length;
            })
            .toBeGreaterThan(0),
        end: async () => {
          await other.end();
          await store.close();
          await drop();
        },
      };
    }

    it("let the save take over the row that the walk is just making", async () => {
      const { store, identity, row, other, met, list, end } = await setUp();
      const { id, key } = fresh();
      await other.query(
        `INSERT INTO user_connections
           SELECT $1, user_id, platform, $2, environment, state, $3, $3, identity_type
           FROM user_connections WHERE id = $4`,
        [id, key, at(2), row.id],
      );
      const replacing = replace(store, row.id, identity, key);
      await met();
      await other.query("COMMIT");
      expect(await replacing).toMatchObject({ id: row.id, key });
      expect(await list(identity)).toMatchObject([{ id: row.id, key }]);
      await end();
    });

    it("let the walk bring no key back that the save is just replacing", async () => {
      const { identity, row, other, met, list, save, end } = await setUp();
      const { key } = fresh();
      await other.query("UPDATE user_connections SET connection_key = $1 WHERE id = $2", [
        key,
        row.id,
      ]);
      await other.query(
        `INSERT INTO pending_deletions
           SELECT gen_random_uuid(), id, user_id, identity_type, platform, $1, environment, pica_id,
             name, account, 'reconnected', false, created_at, created_at
           FROM user_connections WHERE id = $2`,
        [row.key, row.id],
      );
      const walk = save(identity, fresh({ key: row.key, state: "failed" }));
      await met();
      await other.query("COMMIT");
      expect(await walk).toEqual([]);
      expect(await list(identity)).toMatchObject([{ id: row.id, key }]);
      await end();
    });

    it("begin anew where each waits for the other", async () => {
      const { store, identity, row, other, met, end } = await setUp();
      // Written in this order, as walks write.
      const found = [fresh({ key: "test::gmail::a" }), fresh({ key: row.key, state: "failed" })];
      await other.query("UPDATE user_connections SET state = 'degraded' WHERE id = $1", [row.id]);
      const walk = store.saveConnections({
        identity,
        environment,
        fresh: found,
        gone: [],
        announce: null,
        now: at(2),
      });
      await met();
      const insert = other.query(
        `INSERT INTO user_connections
           SELECT $1, user_id, platform, 'test::gmail::a', environment, state, $2, $2, identity_type
           FROM user_connections WHERE id = $3`,
        [fresh().id, at(2), row.id],
      );
      // PostgreSQL ends whichever it finds first; the other one then goes through.
      await insert.then(() => other.query("COMMIT")).catch(() => other.query("ROLLBACK"));
      expect(await walk).toHaveLength(2);
      await end();
    });
  }
});
