import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Identity } from "../src/identity.ts";
import type {
  ConnectionTruth,
  ConnectStore,
  FreshConnection,
  StoredSession,
} from "../src/store/connect-store.ts";

const environment = "test";
const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, seconds));
const hour = 3600;

const someone = (): Identity => ({ type: "user", id: `u_${crypto.randomUUID()}` });
const someKey = () => `test::gmail::default::${crypto.randomUUID()}`;

function session(identity: Identity, rest: Partial<StoredSession> = {}): StoredSession {
  return {
    id: crypto.randomUUID(),
    identity,
    platform: "gmail",
    reconnects: null,
    state: "created",
    code: null,
    ticketUses: 0,
    furtherPages: 0,
    pages: 0,
    createdAt: at(0),
    expiresAt: at(24 * hour),
    ...rest,
  };
}

function fresh(rest: Partial<FreshConnection> = {}): FreshConnection {
  const id = crypto.randomUUID();
  return {
    id,
    key: someKey(),
    picaId: `pica-${id}`,
    platform: "gmail",
    state: "operational",
    ...rest,
  };
}

/** What every store must do; whoever writes one runs this on it. */
export function storeConformance(
  name: string,
  open: () => Promise<{ store: ConnectStore; end(): Promise<void> }>,
) {
  describe(`store conformance: ${name}`, () => {
    let store: ConnectStore;
    let end = async () => {};
    beforeAll(async () => {
      ({ store, end } = await open());
      await store.migrate();
    });
    afterAll(() => end());

    const save = (identity: Identity, row: FreshConnection, rest: Partial<ConnectionTruth> = {}) =>
      store.saveConnections({
        identity,
        environment,
        fresh: [row],
        gone: [],
        announce: null,
        now: at(0),
        ...rest,
      });
    const list = (identity: Identity) => store.findConnections({ identity, environment });

    it("migrates again without a change", async () => {
      await Promise.all([store.migrate(), store.migrate()]);
    });

    describe("sessions", () => {
      it("gives back what was stored", async () => {
        const stored = session(someone(), { reconnects: crypto.randomUUID() });
        await store.createSession(stored);
        expect(await store.findSession(stored.id)).toEqual(stored);
        expect(await store.findSession(crypto.randomUUID())).toBeNull();
      });

      it("counts a ticket's uses up to the limit, also when they come at once", async () => {
        const { id } = session(someone());
        await store.createSession(session(someone(), { id }));
        const use = { use: "first", limit: 20 } as const;
        const answers = await Promise.all(
          Array.from({ length: 30 }, () => store.updateSession(id, use, at(1))),
        );
        expect(answers.filter((answer) => answer !== null)).toHaveLength(20);
        expect((await store.findSession(id))?.ticketUses).toBe(20);
      });

      it("allows later pages only as far as page 1 spoke of them", async () => {
        const { id } = session(someone());
        await store.createSession(session(someone(), { id }));
        const further = (page: number) => store.updateSession(id, { use: "further", page }, at(1));
        expect(await further(2)).toBeNull();
        await store.updateSession(id, { use: "first", limit: 20 }, at(1));
        await store.updateSession(id, { state: "token_issued", pages: 3 }, at(1));
        expect(await further(2)).not.toBeNull();
        expect(await further(4)).toBeNull();
        expect(await further(3)).not.toBeNull();
        expect(await further(3)).toBeNull();
      });

      it("lets a refused token be followed by an issued one, and keeps the cause until then", async () => {
        const { id } = session(someone());
        await store.createSession(session(someone(), { id }));
        const refused = { state: "token_refused", code: "upstream_timeout" } as const;
        expect(await store.updateSession(id, refused, at(1))).toMatchObject(refused);
        const issued = await store.updateSession(id, { state: "token_issued", pages: 1 }, at(1));
        expect(issued).toMatchObject({ state: "token_issued", code: null });
      });

      it("stays connected whatever becomes of later tokens", async () => {
        const { id } = session(someone());
        await store.createSession(session(someone(), { id }));
        await store.updateSession(id, { state: "connected" }, at(1));
        await store.updateSession(id, { state: "token_issued", pages: 1 }, at(1));
        expect((await store.findSession(id))?.state).toBe("connected");
      });

      it("allows nothing after the end, and ends again without complaint", async () => {
        const { id } = session(someone());
        await store.createSession(session(someone(), { id }));
        expect(await store.updateSession(id, { state: "ended" }, at(1))).not.toBeNull();
        expect(await store.updateSession(id, { state: "ended" }, at(1))).not.toBeNull();
        expect(await store.updateSession(id, { state: "connected" }, at(1))).toBeNull();
        expect(await store.updateSession(id, { use: "first", limit: 20 }, at(1))).toBeNull();
        expect((await store.findSession(id))?.state).toBe("ended");
      });

      it("changes nothing after the session has run out, and forgets it in time", async () => {
        const old = session(someone(), { expiresAt: at(10) });
        await store.createSession(old);
        expect(await store.updateSession(old.id, { state: "connected" }, at(10))).toBeNull();
        await store.createSession(session(someone(), { createdAt: at(11) }));
        expect(await store.findSession(old.id)).toBeNull();
      });
    });

    describe("connections", () => {
      it("stores one and finds it by identity and by id", async () => {
        const identity = someone();
        const row = fresh();
        const [saved] = await save(identity, row, { announce: "connected" });
        expect(saved).toEqual({
          ...row,
          identity,
          environment,
          name: null,
          account: null,
          announce: "connected",
          createdAt: at(0),
          updatedAt: at(0),
        });
        expect(await list(identity)).toEqual([saved]);
        expect(await store.findConnections({ id: row.id, environment })).toEqual([saved]);
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
        expect(await store.findConnections({ identity, environment: "live" })).toEqual([]);
        expect(await store.findConnections({ id: row.id, environment: "live" })).toEqual([]);
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
        await store.updateConnection(row.id, identity, { name: "Work" }, at(1));
        const [again] = await save(identity, fresh({ key: row.key, state: "failed" }), {
          now: at(2),
        });
        expect(again).toMatchObject({
          id: row.id,
          name: "Work",
          state: "failed",
          createdAt: at(0),
          updatedAt: at(2),
        });
      });

      it("does not touch the date of a row that is as it was", async () => {
        const identity = someone();
        const row = fresh();
        await save(identity, row);
        const [again] = await save(identity, { ...row, id: crypto.randomUUID() }, { now: at(9) });
        expect(again?.updatedAt).toEqual(at(0));
      });

      it("never hands a row to another identity", async () => {
        const owner = someone();
        const row = fresh();
        await save(owner, row);
        expect(await save(someone(), fresh({ key: row.key }))).toEqual([]);
        expect(await list(owner)).toMatchObject([{ id: row.id, identity: owner }]);
      });

      it("evicts whoever holds a key that is not theirs, and never the owner", async () => {
        const owner = someone();
        const squatter = someone();
        const row = fresh();
        await save(squatter, row);
        await store.evictConnection(row.key, owner);
        expect(await list(squatter)).toEqual([]);
        const [saved] = await save(owner, fresh({ key: row.key }));
        await store.evictConnection(row.key, owner);
        expect(await list(owner)).toEqual([saved]);
      });

      it("writes many rows and marks lost ones in one go", async () => {
        const identity = someone();
        const lost = fresh();
        const other = fresh();
        await save(identity, lost);
        await save(identity, other);
        const rows = [fresh(), fresh({ key: other.key, state: "degraded" })];
        await store.saveConnections({
          identity,
          environment,
          fresh: rows,
          gone: [{ id: lost.id, key: lost.key }],
          announce: null,
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
          store.saveConnections({
            identity: of,
            environment,
            fresh: [],
            gone: [{ id, key }],
            announce: null,
            now: at(1),
          });
        await lose(row.id, someKey());
        await lose(row.id, row.key, someone());
        expect((await list(identity))[0]?.state).toBe("operational");
      });

      it("changes a row for its owner alone", async () => {
        const owner = someone();
        const row = fresh();
        await save(owner, row, { announce: "connected" });
        expect(await store.updateConnection(row.id, someone(), { name: "Mine" }, at(1))).toBeNull();
        await store.updateConnection(row.id, owner, { account: "ann@example.com" }, at(2));
        await store.updateConnection(row.id, owner, { announce: null }, at(3));
        const renamed = await store.updateConnection(row.id, owner, { name: "Work" }, at(4));
        expect(renamed).toMatchObject({
          name: "Work",
          account: "ann@example.com",
          announce: null,
          updatedAt: at(4),
        });
      });
    });

    describe("reconnecting", () => {
      const replace = (id: string, identity: Identity, replacement: FreshConnection) =>
        store.updateConnection(id, identity, { replacement, announce: "reconnected" }, at(5));

      it("swaps the key, keeps the rest, and notes the old key for deletion", async () => {
        const identity = someone();
        const row = fresh({ state: "failed" });
        await save(identity, row);
        await store.updateConnection(row.id, identity, { name: "Work" }, at(1));
        const replacement = fresh();
        expect(await replace(row.id, identity, replacement)).toMatchObject({
          id: row.id,
          name: "Work",
          key: replacement.key,
          picaId: replacement.picaId,
          state: "operational",
          announce: "reconnected",
          createdAt: at(0),
          updatedAt: at(5),
        });
        expect(await store.findDeletions({ open: true, identity, environment })).toMatchObject([
          {
            connectionId: row.id,
            key: row.key,
            picaId: row.picaId,
            reason: "reconnected",
            settledAt: null,
          },
        ]);
      });

      it("takes over the row that a walk made for the new key", async () => {
        const identity = someone();
        const row = fresh();
        const found = fresh();
        await save(identity, row);
        await save(identity, found);
        await replace(row.id, identity, { ...fresh(), key: found.key });
        expect(await list(identity)).toMatchObject([{ id: row.id, key: found.key }]);
      });

      it("does nothing twice, also at the same time", async () => {
        const identity = someone();
        const row = fresh();
        await save(identity, row);
        const replacement = fresh();
        await Promise.all(Array.from({ length: 5 }, () => replace(row.id, identity, replacement)));
        expect(await list(identity)).toMatchObject([{ id: row.id, key: replacement.key }]);
        expect(await store.findDeletions({ open: true, identity, environment })).toHaveLength(1);
      });

      it("is refused for somebody else's row, for somebody else's key and for a dead key", async () => {
        const identity = someone();
        const row = fresh();
        await save(identity, row);
        expect(await replace(row.id, someone(), fresh())).toBeNull();
        await replace(row.id, identity, fresh());
        expect(await replace(row.id, identity, fresh({ key: row.key }))).toBeNull();
        expect(await store.findDeletions({ open: true, identity, environment })).toHaveLength(1);
      });
    });

    describe("deletions", () => {
      const options = { announce: false, now: at(3) };

      it("moves a removed row there, settled, and only for its owner", async () => {
        const identity = someone();
        const row = fresh();
        await save(identity, row);
        expect(await store.removeConnection(row.id, someone(), options)).toBeNull();
        expect(await store.removeConnection(row.id, identity, options)).toMatchObject({
          connectionId: row.id,
          identity,
          key: row.key,
          reason: "disconnected",
          settledAt: at(3),
          connectionCreatedAt: at(0),
        });
        expect(await store.removeConnection(row.id, identity, options)).toBeNull();
        expect(await list(identity)).toEqual([]);
        expect(await store.findDeletions({ connectionId: row.id, identity })).toHaveLength(1);
        expect(await store.findDeletions({ connectionId: row.id, identity: someone() })).toEqual(
          [],
        );
      });

      it("never brings a removed key back", async () => {
        const identity = someone();
        const row = fresh();
        await save(identity, row);
        await store.removeConnection(row.id, identity, options);
        expect(await save(identity, fresh({ key: row.key }))).toEqual([]);
        expect(await list(identity)).toEqual([]);
      });

      it("lists what is open until it is settled and announced", async () => {
        const identity = someone();
        const row = fresh();
        await save(identity, row);
        const removed = await store.removeConnection(row.id, identity, {
          announce: true,
          now: at(3),
        });
        const open = () => store.findDeletions({ open: true, identity, environment });
        expect(await open()).toHaveLength(1);
        await store.updateDeletion(removed?.id ?? "", { announce: false });
        expect(await open()).toEqual([]);
      });

      it("is forgotten a day after it was settled, and not before", async () => {
        const identity = someone();
        const row = fresh();
        await save(identity, row);
        await store.removeConnection(row.id, identity, options);
        const past = () => store.findDeletions({ connectionId: row.id, identity });
        await store.createSession(session(someone(), { createdAt: at(23 * hour) }));
        expect(await past()).toHaveLength(1);
        await store.createSession(
          session(someone(), { createdAt: at(25 * hour), expiresAt: at(49 * hour) }),
        );
        expect(await past()).toEqual([]);
      });
    });
  });
}
