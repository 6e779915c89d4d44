import { describe, expect, it } from "vitest";
import { copyEmptyDatabase } from "../../test/empty-database.ts";
import { storeConformance } from "../../test/store-conformance.ts";
import {
  at,
  createSteps,
  environment,
  fresh,
  session,
  someone,
} from "../../test/store-fixtures.ts";
import { createPostgresDatabase, openPostgres, postgresUrl } from "../../test/test-store.ts";
import type { Identity } from "../identity/identity.ts";
import { createPgliteStore } from "../pglite.ts";
import { createMemoryStore } from "./memory-store.ts";

storeConformance("memory", async () => ({ store: createMemoryStore(), end: async () => {} }));

storeConformance("PGlite", async () => {
  const store = createPgliteStore({ folder: await copyEmptyDatabase() });
  return { store, end: store.close };
});

describe("the memory store", () => {
  it("reads no row of another identity, however many there are", async () => {
    const store = createMemoryStore();
    let reads = 0;
    const { save, list } = createSteps(() => store);
    for (let i = 0; i < 50; i++) {
      const stranger: Identity = {
        type: "user",
        get id() {
          reads++;
          return `stranger ${i}`;
        },
      };
      const [row, gone] = [fresh(), fresh()];
      await save(stranger, row);
      await save(stranger, gone);
      const options = {
        key: gone.key,
        isHookPending: true,
        outcome: "deleted",
        now: at(1),
      } as const;
      await store.removeConnection(gone.newRowId, stranger, options);
    }
    reads = 0;
    const ann = someone();
    const row = fresh();
    await save(ann, row);
    await store.createSession(session(ann));
    const replacement = fresh();
    const change = { replacement, since: at(1), pendingHook: null, pendingHookOfMerged: false };
    await store.updateConnection(row.newRowId, ann, change, at(2));
    const [deletion] = await store.findDeletions({ open: true, identity: ann, environment });
    if (deletion) await store.claimDeletion(deletion, { claimId: fresh().newRowId, now: at(3) });
    if (deletion) await store.completeDeletion(deletion, { outcome: "deleted", now: at(3) });
    await store.deleteMisownedConnection(replacement.key, ann);
    await store.removeConnection(row.newRowId, ann, {
      key: replacement.key,
      isHookPending: false,
      outcome: "deleted",
      now: at(4),
    });
    expect(await list(ann)).toEqual([]);
    expect(await store.findDeletions({ connectionId: row.newRowId, identity: ann })).toHaveLength(
      2,
    );
    expect(reads).toBe(0);
  });
});

// Asked for by a variable, not skipped: without it this suite is not there at all.
if (postgresUrl) {
  storeConformance("PostgreSQL", async () => {
    const database = await createPostgresDatabase();
    const store = openPostgres(database.url);
    return {
      store,
      end: async () => {
        await store.close();
        await database.drop();
      },
    };
  });
}
