import { describe, expect, it } from "vitest";
import type { Identity } from "../src/identity/identity.ts";
import type { ConnectStore, FoundConnection, StoredDeletion } from "../src/store/connect-store.ts";
import {
  at,
  createSteps,
  environment,
  fresh,
  hour,
  session,
  someKey,
  someone,
} from "./store-fixtures.ts";

/** What every store must do with keys that are replaced or removed. */
export function deletionConformance(open: () => ConnectStore) {
  const { save, list } = createSteps(open);

  describe("reconnecting", () => {
    const replace = (
      id: string,
      identity: Identity,
      replacement: FoundConnection,
      { since = at(-1) } = {},
    ) =>
      open().updateConnection(
        id,
        identity,
        { replacement, since, pendingHook: "reconnected", pendingHookOfMerged: true },
        at(5),
      );

    it("swaps the key, keeps the rest, and notes the old key for deletion", async () => {
      const identity = someone();
      const row = fresh({ state: "failed" });
      await save(identity, row);
      await open().updateConnection(row.newRowId, identity, { name: "Work" }, at(1));
      const replacement = fresh();
      expect(await replace(row.newRowId, identity, replacement)).toMatchObject({
        id: row.newRowId,
        name: "Work",
        key: replacement.key,
        picaId: replacement.picaId,
        state: "operational",
        pendingHook: "reconnected",
        createdAt: at(0),
        updatedAt: at(5),
      });
      expect(await open().findDeletions({ open: true, identity, environment })).toMatchObject([
        {
          connectionId: row.newRowId,
          key: row.key,
          picaId: row.picaId,
          reason: "reconnected",
          completedAt: null,
        },
      ]);
    });

    it("merges the row that a synchronization inserted for the new key", async () => {
      const identity = someone();
      const row = fresh();
      const found = fresh();
      await save(identity, row);
      await save(identity, found);
      await replace(row.newRowId, identity, { ...fresh(), key: found.key });
      expect(await list(identity)).toMatchObject([{ id: row.newRowId, key: found.key }]);
      const deletions = await open().findDeletions({ open: true, identity, environment });
      expect(new Map(deletions.map((one) => [one.connectionId, one]))).toMatchObject(
        new Map([
          [
            row.newRowId,
            { key: row.key, reason: "reconnected", isHookPending: false, completedAt: null },
          ],
          [
            found.newRowId,
            { key: found.key, reason: "merged", isHookPending: true, completedAt: at(5) },
          ],
        ]),
      );
      // The key lives on, in the row that took it over.
      const [seen] = await save(identity, fresh({ key: found.key, state: "degraded" }));
      expect(seen).toMatchObject({ id: row.newRowId, state: "degraded" });
      expect(await replace(row.newRowId, identity, fresh({ key: found.key }))).not.toBeNull();
    });

    it("takes over no row that was there before, and none of somebody else's", async () => {
      const identity = someone();
      const stranger = someone();
      const [row, older, foreign] = [fresh(), fresh(), fresh()];
      await save(identity, row);
      await save(identity, older);
      await save(stranger, foreign);
      const since = at(0);
      expect(
        await replace(row.newRowId, identity, fresh({ key: older.key }), { since }),
      ).toBeNull();
      expect(await replace(row.newRowId, identity, fresh({ key: foreign.key }))).toBeNull();
      const keys = (await list(identity)).map(({ key }) => key);
      expect(new Set(keys)).toEqual(new Set([row.key, older.key]));
      expect(await list(stranger)).toHaveLength(1);
      expect(await open().findDeletions({ open: true, identity, environment })).toEqual([]);
    });

    it("does nothing twice, also at the same time", async () => {
      const identity = someone();
      const row = fresh();
      await save(identity, row);
      const replacement = fresh();
      await Promise.all(
        Array.from({ length: 5 }, () => replace(row.newRowId, identity, replacement)),
      );
      expect(await list(identity)).toMatchObject([{ id: row.newRowId, key: replacement.key }]);
      expect(await open().findDeletions({ open: true, identity, environment })).toHaveLength(1);
    });

    it("is refused for somebody else's row, for somebody else's key and for a dead key", async () => {
      const identity = someone();
      const row = fresh();
      await save(identity, row);
      expect(await replace(row.newRowId, someone(), fresh())).toBeNull();
      await replace(row.newRowId, identity, fresh());
      expect(await replace(row.newRowId, identity, fresh({ key: row.key }))).toBeNull();
      expect(await open().findDeletions({ open: true, identity, environment })).toHaveLength(1);
    });
  });

  describe("deletions", () => {
    const remove = (
      row: FoundConnection,
      identity: Identity,
      { key = row.key, isHookPending = false } = {},
    ) =>
      open().removeConnection(row.newRowId, identity, {
        key,
        isHookPending,
        outcome: "deleted",
        now: at(3),
      });
    const left = (identity: Identity) =>
      open().findDeletions({ open: true, identity, environment });

    it("moves a removed row there, completed, and only for its owner", async () => {
      const identity = someone();
      const row = fresh();
      await save(identity, row);
      expect(await remove(row, someone())).toBeNull();
      expect(await remove(row, identity)).toMatchObject({
        connectionId: row.newRowId,
        identity,
        key: row.key,
        reason: "disconnected",
        completedAt: at(3),
        connectionCreatedAt: at(0),
      });
      expect(await remove(row, identity)).toBeNull();
      expect(await list(identity)).toEqual([]);
      expect(await open().findDeletions({ connectionId: row.newRowId, identity })).toHaveLength(1);
      expect(
        await open().findDeletions({ connectionId: row.newRowId, identity: someone() }),
      ).toEqual([]);
    });

    it("never brings a removed key back", async () => {
      const identity = someone();
      const row = fresh();
      await save(identity, row);
      await remove(row, identity);
      expect(await save(identity, fresh({ key: row.key }))).toEqual([]);
      expect(await list(identity)).toEqual([]);
    });

    it("lists what is open until it is completed and its hook has run", async () => {
      const identity = someone();
      const row = fresh();
      await save(identity, row);
      const removed = await remove(row, identity, { isHookPending: true });
      expect(await left(identity)).toHaveLength(1);
      await open().markDeletionHookDelivered(removed?.id ?? "");
      expect(await left(identity)).toEqual([]);
    });

    it("is removed a day after it was completed, and not before", async () => {
      const identity = someone();
      const row = fresh();
      await save(identity, row);
      await remove(row, identity);
      const past = () => open().findDeletions({ connectionId: row.newRowId, identity });
      await open().createSession(session(someone(), { createdAt: at(23 * hour) }));
      expect(await past()).toHaveLength(1);
      await open().createSession(
        session(someone(), { createdAt: at(25 * hour), expiresAt: at(49 * hour) }),
      );
      expect(await past()).toEqual([]);
    });

    it("leaves a row alone that has been given another key since", async () => {
      const identity = someone();
      const row = fresh();
      await save(identity, row);
      expect(await remove(row, identity, { key: someKey() })).toBeNull();
      expect(await list(identity)).toHaveLength(1);
    });
  });

  describe("a disconnect that has begun", () => {
    const begin = (id: string, identity: Identity, deletionId: string = crypto.randomUUID()) =>
      open().updateConnection(
        id,
        identity,
        { disconnecting: true, deletionId, isHookPending: true },
        at(2),
      );
    const left = (identity: Identity) =>
      open().findDeletions({ open: true, identity, environment });

    it("leaves the row as it is, and an open deletion beside it", async () => {
      const identity = someone();
      const row = fresh();
      const [saved] = await save(identity, row);
      expect(await begin(row.newRowId, someone())).toBeNull();
      expect(await begin(row.newRowId, identity)).toEqual(saved);
      expect(await list(identity)).toEqual([saved]);
      expect(await left(identity)).toMatchObject([
        {
          connectionId: row.newRowId,
          key: row.key,
          picaId: row.picaId,
          reason: "disconnected",
          isHookPending: true,
          completedAt: null,
        },
      ]);
    });

    it("is over once the row is removed, and is one deletion then", async () => {
      const identity = someone();
      const row = fresh();
      await save(identity, row);
      await begin(row.newRowId, identity);
      await begin(row.newRowId, identity);
      const options = {
        key: row.key,
        isHookPending: false,
        outcome: "deleted",
        now: at(3),
      } as const;
      expect(await open().removeConnection(row.newRowId, identity, options)).toMatchObject({
        completedAt: at(3),
      });
      expect(await left(identity)).toEqual([]);
      expect(await open().findDeletions({ connectionId: row.newRowId, identity })).toHaveLength(1);
    });

    it("can be withdrawn, and the key lives on once every attempt is", async () => {
      const identity = someone();
      const row = fresh();
      await save(identity, row);
      const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
      await begin(row.newRowId, identity, first);
      await begin(row.newRowId, identity, second);
      await open().withdrawDeletion({ id: first, identity });
      expect(await left(identity)).toMatchObject([{ id: second }]);
      expect(await save(identity, { ...row, state: "degraded" })).toEqual([]);
      await open().withdrawDeletion({ id: second, identity });
      expect(await left(identity)).toEqual([]);
      expect(await save(identity, { ...row, state: "degraded" })).toHaveLength(1);
    });

    it("takes back no deletion that a reconnect left open", async () => {
      const identity = someone();
      const row = fresh();
      await save(identity, row);
      const change = {
        replacement: fresh(),
        since: at(0),
        pendingHook: null,
        pendingHookOfMerged: false,
      };
      await open().updateConnection(row.newRowId, identity, change, at(1));
      const deletionId = crypto.randomUUID();
      await begin(row.newRowId, identity, deletionId);
      await open().withdrawDeletion({ id: deletionId, identity });
      expect(await left(identity)).toMatchObject([{ key: row.key, reason: "reconnected" }]);
    });
  });

  describe("claiming a deletion", () => {
    const claim = (deletion: StoredDeletion, claimId: string = crypto.randomUUID()) =>
      open().claimDeletion(deletion, { claimId, now: at(6) });
    const replace = (id: string, identity: Identity, key: string) =>
      open().updateConnection(
        id,
        identity,
        {
          replacement: fresh({ key }),
          since: at(1),
          pendingHook: null,
          pendingHookOfMerged: false,
        },
        at(5),
      );
    const onlyOne = async (identity: Identity): Promise<StoredDeletion> => {
      const [deletion, ...others] = await open().findDeletions({
        open: true,
        identity,
        environment,
      });
      if (!deletion || others.length > 0) throw new Error("There is not one deletion.");
      return deletion;
    };

    it("is granted for a key that a reconnect replaced, repeatedly until it is completed", async () => {
      const identity = someone();
      const row = fresh();
      await save(identity, row);
      await replace(row.newRowId, identity, someKey());
      const deletion = await onlyOne(identity);
      expect(await claim(deletion)).toEqual(deletion);
      expect(await claim(deletion)).toEqual(deletion);
      await open().completeDeletion(deletion, { outcome: "deleted", now: at(7) });
      expect(await claim(deletion)).toBeNull();
      expect(await save(identity, fresh({ key: row.key }))).toEqual([]);
    });

    it("is granted for a disconnect by a copy, which whoever began it cannot withdraw", async () => {
      const identity = someone();
      const row = fresh();
      await save(identity, row);
      const begin = {
        disconnecting: true,
        deletionId: crypto.randomUUID(),
        isHookPending: true,
      } as const;
      await open().updateConnection(row.newRowId, identity, begin, at(2));
      const begun = await onlyOne(identity);
      const claimId = crypto.randomUUID();
      expect(await claim(begun, claimId)).toEqual({ ...begun, id: claimId });
      await open().withdrawDeletion(begun);
      expect(await claim(begun)).toBeNull();
      expect(await save(identity, { ...row, state: "degraded" })).toEqual([]);
      const options = {
        key: row.key,
        isHookPending: false,
        outcome: "deleted",
        now: at(7),
      } as const;
      expect(await open().removeConnection(row.newRowId, identity, options)).not.toBeNull();
      expect(await open().findDeletions({ open: true, identity, environment })).toEqual([]);
    });

    it.each([
      [
        "a save and",
        (identity: Identity, _id: string, key: string) => save(identity, fresh({ key })),
      ],
      [
        "a reconnect and",
        (identity: Identity, id: string, key: string) => replace(id, identity, key),
      ],
    ])("lets %s a deletion never both have one key", async (_what, hold) => {
      for (let round = 0; round < 5; round++) {
        const identity = someone();
        const [row, second] = [fresh(), fresh()];
        await save(identity, row);
        await save(identity, second);
        await replace(row.newRowId, identity, someKey());
        const deletion = await onlyOne(identity);
        const [claimed] = await Promise.all([
          claim(deletion),
          hold(identity, second.newRowId, row.key),
        ]);
        const isHeld = (await list(identity)).some(({ key }) => key === row.key);
        expect(isHeld && claimed !== null).toBe(false);
        // Servers of other tests on this database would carry it out.
        for (const one of await open().findDeletions({ open: true, identity, environment })) {
          await open().completeDeletion(one, { outcome: "deleted", now: at(8) });
        }
      }
    });
  });
}
