import pg from "pg";
import { describe, expect, it } from "vitest";
import type { Identity } from "../src/identity/identity.ts";
import type { ConnectStore } from "../src/store/connect-store.ts";
import { beginWithLocks } from "../src/store/sql-locks.ts";
import { at, createSteps, environment, fresh, someone } from "./store-fixtures.ts";
import { createPostgresDatabase, openPostgres, openTestStore, postgresUrl } from "./test-store.ts";

const replace = (store: ConnectStore, id: string, identity: Identity, key: string) => {
  const replacement = fresh({ key });
  const change = { replacement, since: at(1), pendingHook: null, pendingHookOfMerged: false };
  return store.updateConnection(id, identity, change, at(3));
};

describe("a reconnect's save and a concurrent synchronization", () => {
  it("leave one row of the new key and none of the old one, whoever is first", async () => {
    const store = await openTestStore();
    const { save, list } = createSteps(() => store);
    for (let i = 0; i < 8; i++) {
      const identity = someone();
      const row = fresh();
      const { key } = fresh();
      await save(identity, row);
      const [replaced] = await Promise.all([
        replace(store, row.newRowId, identity, key),
        save(identity, fresh({ key }), { now: at(2) }),
        save(identity, fresh({ key: row.key, state: "failed" }), { now: at(2) }),
      ]);
      expect(replaced).toMatchObject({ id: row.newRowId, key });
      expect(await list(identity)).toMatchObject([{ id: row.newRowId, key }]);
      // Servers of other tests on this database would carry them out.
      for (const deletion of await store.findDeletions({ open: true, identity, environment })) {
        await store.completeDeletion(deletion, { outcome: "deleted", now: at(4) });
      }
    }
  });

  // The embedded database has one connection: there, nothing crosses.
  if (postgresUrl) {
    /**
     * One row, a store, and beside it a transaction that is not over yet: another instance's, with
     * the locks that it takes, or somebody else's without them.
     */
    async function setUp({ isInstance = true } = {}) {
      const { url, drop } = await createPostgresDatabase();
      const store = openPostgres(url);
      await store.migrate();
      const other = new pg.Client({ connectionString: url });
      await other.connect();
      const steps = createSteps(() => store);
      const identity = someone();
      const row = fresh();
      await steps.save(identity, row);
      await other.query(isInstance ? beginWithLocks({ identity }) : "BEGIN");
      return {
        ...steps,
        url,
        store,
        identity,
        row,
        other,
        /** Resolves once so many wait, for that transaction or behind one another. */
        met: (waiting = 1) =>
          expect
            .poll(async () => {
              const { rows } = await other.query("SELECT FROM pg_locks WHERE NOT granted");
              return rows.length;
            })
            .toBe(waiting),
        end: async () => {
          await other.end();
          await store.close();
          await drop();
        },
      };
    }

    it("merge the row that the synchronization is inserting", async () => {
      const { store, identity, row, other, met, list, end } = await setUp();
      const { newRowId: id, key } = fresh();
      await other.query(
        `INSERT INTO user_connections
           SELECT $1, user_id, platform, $2, environment, state, $3, $3, identity_type
           FROM user_connections WHERE id = $4`,
        [id, key, at(2), row.newRowId],
      );
      const replacing = replace(store, row.newRowId, identity, key);
      await met();
      await other.query("COMMIT");
      expect(await replacing).toMatchObject({ id: row.newRowId, key });
      expect(await list(identity)).toMatchObject([{ id: row.newRowId, key }]);
      await end();
    });

    it("do not restore a key that the save is replacing", async () => {
      const { identity, row, other, met, list, save, end } = await setUp();
      const { key } = fresh();
      await other.query("UPDATE user_connections SET connection_key = $1 WHERE id = $2", [
        key,
        row.newRowId,
      ]);
      await other.query(
        `INSERT INTO pending_deletions
           SELECT gen_random_uuid(), id, user_id, identity_type, platform, $1, environment, pica_id,
             name, account, 'reconnected', false, created_at, created_at
           FROM user_connections WHERE id = $2`,
        [row.key, row.newRowId],
      );
      const sync = save(identity, fresh({ key: row.key, state: "failed" }));
      await met();
      await other.query("COMMIT");
      expect(await sync).toEqual([]);
      expect(await list(identity)).toMatchObject([{ id: row.newRowId, key }]);
      await end();
    });

    it("lose no key where a reconnect and an earlier one's repeat wait for one row", async () => {
      const { store, identity, row, other, met, list, end } = await setUp({ isInstance: false });
      const [a, b] = [fresh().key, fresh().key];
      await replace(store, row.newRowId, identity, a);
      await other.query("SELECT FROM user_connections WHERE id = $1 FOR UPDATE", [row.newRowId]);
      const later = replace(store, row.newRowId, identity, b);
      await met();
      const repeated = replace(store, row.newRowId, identity, a);
      await met(2);
      await other.query("COMMIT");
      expect(await later).toMatchObject({ key: b });
      expect(await repeated).toBeNull();
      expect(await list(identity)).toMatchObject([{ id: row.newRowId, key: b }]);
      const open = await store.findDeletions({ open: true, identity, environment });
      expect(new Set(open.map(({ key }) => key))).toEqual(new Set([row.key, a]));
      await end();
    });

    it("let no deletion be claimed of a key that another identity is just saving", async () => {
      const { store, identity, row, other, met, save, url, end } = await setUp({
        isInstance: false,
      });
      const owner = someone();
      const { key } = fresh();
      // Holds the save up after it has begun, and is taken back below.
      await other.query("UPDATE user_connections SET connection_key = $1 WHERE id = $2", [
        key,
        row.newRowId,
      ]);
      const saving = save(owner, fresh({ key }));
      await met();
      // What the save began too early to know of.
      const third = new pg.Client({ connectionString: url });
      await third.connect();
      await third.query(
        `INSERT INTO pending_deletions
           SELECT gen_random_uuid(), id, user_id, identity_type, platform, $1, environment, pica_id,
             name, account, 'reconnected', false, created_at, created_at
           FROM user_connections WHERE id = $2`,
        [key, row.newRowId],
      );
      await third.end();
      const [deletion] = await store.findDeletions({ open: true, identity, environment });
      if (!deletion) throw new Error("There is no deletion.");
      const claiming = store.claimDeletion(deletion, { claimId: fresh().newRowId, now: at(3) });
      await met(2);
      await other.query("ROLLBACK");
      expect(await saving).toMatchObject([{ key }]);
      expect(await claiming).toBeNull();
      expect(await store.findDeletions({ open: true, identity, environment })).toEqual([]);
      await end();
    });

    it("repeat a statement that ends in a deadlock", async () => {
      const { store, identity, row, other, met, end } = await setUp({ isInstance: false });
      // Written in this order, as a synchronization writes.
      const found = [fresh({ key: "test::gmail::a" }), fresh({ key: row.key, state: "failed" })];
      await other.query("UPDATE user_connections SET state = 'degraded' WHERE id = $1", [
        row.newRowId,
      ]);
      const sync = store.upsertConnections({
        identity,
        environment,
        found,
        missing: [],
        pendingHook: null,
        now: at(2),
      });
      await met();
      const insert = other.query(
        `INSERT INTO user_connections
           SELECT $1, user_id, platform, 'test::gmail::a', environment, state, $2, $2, identity_type
           FROM user_connections WHERE id = $3`,
        [fresh().newRowId, at(2), row.newRowId],
      );
      // PostgreSQL ends whichever it finds first; the other one then goes through.
      await insert.then(() => other.query("COMMIT")).catch(() => other.query("ROLLBACK"));
      expect(await sync).toHaveLength(2);
      await end();
    });
  }
});
