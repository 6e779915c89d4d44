import { describe, expect, it } from "vitest";
import type { Identity } from "../src/identity/identity.ts";
import type {
  ConnectionChange,
  ConnectStore,
  FoundConnection,
} from "../src/store/connect-store.ts";
import { at, createSteps, environment, fresh, someKey, someone } from "./store-fixtures.ts";

/** What every store must do with connections. */
export function connectionConformance(open: () => ConnectStore) {
  const { save, list } = createSteps(open);

  describe("connections", () => {
    it("stores one and finds it by identity and by id", async () => {
      const identity = someone();
      const row = fresh();
      const { newRowId, ...found } = row;
      const [saved] = await save(identity, row, { pendingHook: "connected" });
      expect(saved).toEqual({
        id: newRowId,
        ...found,
        identity,
        environment,
        account: null,
        pendingHook: "connected",
        needsAttention: false,
        attentionEvent: null,
        connectedBy: null,
        lastUsedAt: null,
        access: null,
        createdAt: at(0),
        updatedAt: at(0),
      });
      expect(await list(identity)).toEqual([saved]);
      expect(await open().findConnections({ id: row.newRowId, environment })).toEqual([saved]);
      expect(await open().findConnections({ key: row.key, environment })).toEqual([saved]);
    });

    it("keeps identities of one id and different types apart", async () => {
      const { id } = someone();
      await save({ type: "user", id }, fresh());
      expect(await list({ type: "team", id })).toEqual([]);
    });

    it("keeps the environments apart", async () => {
      const identity = someone();
      const row = fresh();
      await save(identity, row);
      expect(await open().findConnections({ identity, environment: "live" })).toEqual([]);
      expect(await open().findConnections({ id: row.newRowId, environment: "live" })).toEqual([]);
      expect(await open().findConnections({ key: row.key, environment: "live" })).toEqual([]);
    });

    it("makes one row of twenty saves of one key at once", async () => {
      const identity = someone();
      const key = someKey();
      const saves = Array.from({ length: 20 }, () => save(identity, fresh({ key })));
      const ids = new Set((await Promise.all(saves)).map(([row]) => row?.id));
      expect(ids.size).toBe(1);
      expect(await list(identity)).toHaveLength(1);
    });

    it("updates a known key and keeps its id, name and date", async () => {
      const identity = someone();
      const row = fresh();
      await save(identity, row);
      await open().updateConnection(row.newRowId, identity, { name: "Work" }, at(1));
      const [again] = await save(identity, fresh({ key: row.key, state: "failed" }), {
        now: at(2),
      });
      expect(again).toMatchObject({
        id: row.newRowId,
        name: "Work",
        state: "failed",
        createdAt: at(0),
        updatedAt: at(2),
      });
    });

    it("takes a name that it never had from Pica, and no other", async () => {
      const identity = someone();
      const [unnamed, named, cleared] = [fresh(), fresh(), fresh({ name: "From Pica" })];
      await save(identity, unnamed);
      await save(identity, named);
      const [withName] = await save(identity, cleared);
      expect(withName?.name).toBe("From Pica");
      await open().updateConnection(named.newRowId, identity, { name: "Ours" }, at(1));
      await open().updateConnection(cleared.newRowId, identity, { name: "" }, at(1));
      for (const row of [unnamed, named, cleared]) {
        await save(identity, { ...row, newRowId: crypto.randomUUID(), name: "From Pica" });
      }
      const names = new Map((await list(identity)).map(({ id, name }) => [id, name]));
      expect(names.get(unnamed.newRowId)).toBe("From Pica");
      expect(names.get(named.newRowId)).toBe("Ours");
      expect(names.get(cleared.newRowId)).toBe("");
    });

    it("does not touch the date of a row that is as it was", async () => {
      const identity = someone();
      const row = fresh();
      await save(identity, row);
      const [again] = await save(
        identity,
        { ...row, newRowId: crypto.randomUUID() },
        { now: at(9) },
      );
      expect(again?.updatedAt).toEqual(at(0));
    });

    it("never hands a row to another identity", async () => {
      const owner = someone();
      const row = fresh();
      await save(owner, row);
      const state = "failed";
      expect(await save(someone(), fresh({ key: row.key, state }))).toEqual([]);
      const team: Identity = { type: "team", id: owner.id };
      expect(await save(team, fresh({ key: row.key, state }))).toEqual([]);
      expect(await list(owner)).toMatchObject([
        { id: row.newRowId, identity: owner, state: "operational" },
      ]);
    });

    it("evicts whoever holds a key that is not theirs, and never the owner", async () => {
      const owner = someone();
      const squatter = someone();
      const row = fresh();
      await save(squatter, row);
      await open().deleteMisownedConnection(row.key, owner);
      expect(await list(squatter)).toEqual([]);
      const [saved] = await save(owner, fresh({ key: row.key }));
      await open().deleteMisownedConnection(row.key, owner);
      expect(await list(owner)).toEqual([saved]);
    });

    it("writes many rows and marks lost ones in one go", async () => {
      const identity = someone();
      const lost = fresh();
      const other = fresh();
      await save(identity, lost);
      await save(identity, other);
      const rows = [fresh(), fresh({ key: other.key, state: "degraded" })];
      await open().upsertConnections({
        identity,
        environment,
        found: rows,
        missing: [{ id: lost.newRowId, key: lost.key, attentionEvent: crypto.randomUUID() }],
        pendingHook: null,
        now: at(5),
      });
      const states = (await list(identity)).map(({ key, state }) => [key, state]);
      expect(new Map(states as [string, string][])).toEqual(
        new Map([
          [lost.key, "gone"],
          [other.key, "degraded"],
          [rows[0]?.key, "operational"],
        ]),
      );
    });

    it("marks nothing gone that has another key by now, or another owner", async () => {
      const identity = someone();
      const row = fresh();
      await save(identity, row);
      const lose = (id: string, key: string, of = identity) =>
        open().upsertConnections({
          identity: of,
          environment,
          found: [],
          missing: [{ id, key, attentionEvent: crypto.randomUUID() }],
          pendingHook: null,
          now: at(1),
        });
      await lose(row.newRowId, someKey());
      await lose(row.newRowId, row.key, someone());
      expect((await list(identity))[0]?.state).toBe("operational");
    });

    it("records when a connection needs attention, and when it has recovered", async () => {
      const identity = someone();
      const row = fresh();
      const attentionHooks = { needsAttention: true, recovered: true };
      await save(identity, row);
      const see = async (state: FoundConnection["state"]) => {
        const id = crypto.randomUUID();
        const [seen] =
          state === "gone"
            ? await open().upsertConnections({
                identity,
                environment,
                found: [],
                missing: [{ id: row.newRowId, key: row.key, attentionEvent: id }],
                pendingHook: null,
                attentionHooks,
                now: at(1),
              })
            : await save(identity, { ...row, newRowId: id, state }, { attentionHooks });
        const { needsAttention, attentionEvent } = seen ?? {};
        return [needsAttention, attentionEvent === id] as const;
      };
      expect(await see("degraded")).toEqual([false, false]);
      expect(await see("failed")).toEqual([true, true]);
      expect(await see("failed")).toEqual([true, false]);
      expect(await see("gone")).toEqual([true, false]);
      expect(await see("unknown")).toEqual([true, false]);
      expect(await see("degraded")).toEqual([true, false]);
      expect(await see("operational")).toEqual([false, true]);
      expect(await see("unknown")).toEqual([false, false]);
      expect(await see("gone")).toEqual([true, true]);
    });

    it("keeps a change of attention until its hook has run, and none without a hook", async () => {
      const identity = someone();
      const row = fresh({ state: "failed" });
      const hooks = { needsAttention: true, recovered: false };
      await save(identity, row, { attentionHooks: hooks });
      const deliver = (deliveredAttention: string) =>
        open().updateConnection(row.newRowId, identity, { deliveredAttention }, at(2));
      expect(await list(identity)).toMatchObject([{ attentionEvent: row.newRowId }]);
      expect(await deliver(crypto.randomUUID())).toBeNull();
      expect(await deliver(row.newRowId)).toMatchObject({
        needsAttention: true,
        attentionEvent: null,
      });
      const well = { ...row, state: "operational" } as const;
      await save(identity, { ...well, newRowId: crypto.randomUUID() }, { attentionHooks: hooks });
      expect(await list(identity)).toMatchObject([{ needsAttention: false, attentionEvent: null }]);
    });

    it("recovers by a reconnect", async () => {
      const identity = someone();
      const row = fresh({ state: "failed" });
      await save(identity, row);
      const replacement = fresh();
      const reconnected = await open().updateConnection(
        row.newRowId,
        identity,
        {
          replacement,
          since: at(1),
          pendingHook: null,
          pendingHookOfMerged: false,
          attentionHooks: { needsAttention: true, recovered: true },
        },
        at(2),
      );
      expect(reconnected).toMatchObject({
        needsAttention: false,
        attentionEvent: replacement.newRowId,
      });
    });

    it("keeps what a connection may be used for over a look at Pica and a reconnect", async () => {
      const identity = someone();
      const row = fresh();
      await save(identity, row);
      expect(
        await open().updateConnection(row.newRowId, someone(), { access: "off" }, at(1)),
      ).toBeNull();
      const changed = await open().updateConnection(
        row.newRowId,
        identity,
        { access: "read" },
        at(1),
      );
      expect(changed).toMatchObject({ access: "read", name: null, updatedAt: at(1) });
      await save(identity, { ...row, newRowId: crypto.randomUUID(), state: "failed" });
      const replacement = fresh();
      // A synchronization may have inserted the new key already.
      await save(identity, replacement, { now: at(3) });
      await open().updateConnection(
        row.newRowId,
        identity,
        { replacement, since: at(2), pendingHook: null, pendingHookOfMerged: false },
        at(4),
      );
      expect(await list(identity)).toMatchObject([
        { id: row.newRowId, key: replacement.key, access: "read" },
      ]);
    });

    it("changes a row for its owner alone", async () => {
      const owner = someone();
      const row = fresh();
      await save(owner, row, { pendingHook: "connected" });
      expect(
        await open().updateConnection(row.newRowId, someone(), { name: "Mine" }, at(1)),
      ).toBeNull();
      const { key } = row;
      await open().updateConnection(
        row.newRowId,
        owner,
        { account: "ann@example.com", key },
        at(2),
      );
      await open().updateConnection(
        row.newRowId,
        owner,
        { deliveredHook: "connected", key },
        at(3),
      );
      const renamed = await open().updateConnection(row.newRowId, owner, { name: "Work" }, at(4));
      expect(renamed).toMatchObject({
        name: "Work",
        account: "ann@example.com",
        pendingHook: null,
        updatedAt: at(4),
      });
    });

    it("stores a use once in a while, of twenty at once too, and does not touch the date", async () => {
      const owner = someone();
      const row = fresh();
      await save(owner, row);
      const use = (seconds: number, of = owner) =>
        open().updateConnection(
          row.newRowId,
          of,
          { ifLastUsedBefore: at(seconds - 300) },
          at(seconds),
        );
      expect(await use(1, someone())).toBeNull();
      const uses = await Promise.all(Array.from({ length: 20 }, () => use(1)));
      expect(uses.filter((stored) => stored !== null)).toHaveLength(1);
      expect(await use(300)).toBeNull();
      expect(await use(301)).toBeNull();
      expect(await use(302)).toMatchObject({ lastUsedAt: at(302), updatedAt: at(0) });
      await save(owner, fresh({ key: row.key, state: "failed" }));
      expect(await list(owner)).toMatchObject([{ lastUsedAt: at(302), state: "failed" }]);
    });

    it("keeps who connected it and its last use through a reconnect, until it is told another", async () => {
      const owner = someone();
      const row = fresh();
      await save(owner, row);
      const change = (what: ConnectionChange) =>
        open().updateConnection(row.newRowId, owner, what, at(2));
      await change({ connectedBy: "Ann", key: row.key });
      await change({ ifLastUsedBefore: at(0) });
      const replacement = fresh();
      await change({ replacement, since: at(1), pendingHook: null, pendingHookOfMerged: false });
      expect(await list(owner)).toMatchObject([{ connectedBy: "Ann", lastUsedAt: at(2) }]);
      expect(await change({ connectedBy: "Eve", key: row.key })).toBeNull();
      expect(await change({ connectedBy: "Ben", key: replacement.key })).toMatchObject({
        connectedBy: "Ben",
        updatedAt: at(2),
      });
    });

    it("keeps what was found out for a key that it has no more from its row", async () => {
      const owner = someone();
      const row = fresh();
      await save(owner, row, { pendingHook: "connected" });
      const { key } = row;
      const change = (what: ConnectionChange) =>
        open().updateConnection(row.newRowId, owner, what, at(3));
      await change({
        replacement: fresh(),
        since: at(1),
        pendingHook: "reconnected",
        pendingHookOfMerged: false,
      });
      expect(await change({ account: "ann@example.com", key })).toBeNull();
      expect(await change({ deliveredHook: "connected", key })).toBeNull();
      expect(await change({ deliveredHook: "reconnected", key })).toBeNull();
      expect(await list(owner)).toMatchObject([{ account: null, pendingHook: "reconnected" }]);
    });
  });
}
