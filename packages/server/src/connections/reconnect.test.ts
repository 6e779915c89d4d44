import { describe, expect, it } from "vitest";
import { createHarness, type Harness, viewerOf } from "../../test/harness.ts";
import { fresh } from "../../test/store-fixtures.ts";
import { openTestStore } from "../../test/test-store.ts";
import type { ConnectStore } from "../store/connect-store.ts";

const store = await openTestStore();

const saveAgain = ({ call, ann }: Harness, key: string, sessionId: string) =>
  call("/connections", { method: "POST", as: ann, body: { key, sessionId } });

/** Somebody reconnects: Pica mints a new key beside the old one. */
async function reconnect(harness: Harness, id: string) {
  const { session, emulator, ann } = harness;
  const { id: sessionId } = await session(ann, { reconnectId: id });
  const { key } = emulator.control.createConnection({ platform: "gmail", identity: ann.user });
  const response = await saveAgain(harness, key, sessionId);
  return { key, sessionId, response };
}

const keysAtPica = ({ emulator }: Harness) => emulator.control.connections().map(({ key }) => key);

describe("reconnecting", () => {
  it("keeps id, name and date, takes the new key, and deletes the old one at Pica", async () => {
    const harness = createHarness({ store });
    const { ann, connectAccount, call, list, emulator } = harness;
    const before = await connectAccount(ann, "gmail");
    await call(`/connections/${before.id}`, { method: "PATCH", as: ann, body: { name: "Work" } });
    emulator.control.setConnectionState({ connection: before.key, state: "failed" });
    const { key, response } = await reconnect(harness, before.id);
    expect(await response.json()).toMatchObject({
      id: before.id,
      key,
      name: "Work",
      state: "operational",
      createdAt: before.createdAt,
    });
    expect(keysAtPica(harness)).toEqual([key]);
    expect((await list(ann)).connections).toHaveLength(1);
  });

  it("does not show the new key twice when a list was read before the save", async () => {
    const harness = createHarness({ store });
    const { ann, connectAccount, session, emulator, list, advance } = harness;
    const { id } = await connectAccount(ann, "gmail");
    const { id: sessionId } = await session(ann, { reconnectId: id });
    advance(1_000);
    const { key } = emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    expect((await list(ann)).connections).toHaveLength(2);
    await saveAgain(harness, key, sessionId);
    expect((await list(ann)).connections).toMatchObject([{ id, key }]);
  });

  it("takes over no connection that was there before: that one is as alive as before", async () => {
    const ended: string[] = [];
    const harness = createHarness({
      store,
      authorize: ({ action }) => action !== "disconnect" || { reason: "Only admins disconnect." },
      onDisconnected: ({ id }) => {
        ended.push(id);
      },
    });
    const { ann, connectAccount, session, list } = harness;
    const first = await connectAccount(ann, "gmail");
    const second = await connectAccount(ann, "gmail");
    const { id: sessionId } = await session(ann, { reconnectId: first.id });
    const answer = await saveAgain(harness, second.key, sessionId);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ code: "connection_conflict" });
    expect((await list(ann)).connections).toEqual([first, second]);
    expect(keysAtPica(harness)).toEqual([first.key, second.key]);
    expect(ended).toEqual([]);
  });

  it.each([403, 500])("deletes the old key later when Pica answers %i at first", async (status) => {
    const harness = createHarness({ store });
    const { ann, connectAccount, list, emulator, advance } = harness;
    const { id, key: oldKey } = await connectAccount(ann, "gmail");
    const fault = emulator.control.addFault({ kind: "status", status, method: "DELETE" });
    const { key } = await reconnect(harness, id);
    expect(keysAtPica(harness)).toEqual([oldKey, key]);
    expect((await list(ann)).connections).toMatchObject([{ id, key }]);
    emulator.control.removeFault({ id: fault.id });
    advance(20_000);
    expect((await list(ann)).connections).toMatchObject([{ id, key }]);
    expect(keysAtPica(harness)).toEqual([key]);
  });

  it("deletes the old key on the next start, if nobody reads the list before", async () => {
    const harness = createHarness({ store });
    const { id } = await harness.connectAccount(harness.ann, "gmail");
    harness.emulator.control.addFault({ kind: "status", status: 500, method: "DELETE" });
    const { key } = await reconnect(harness, id);
    harness.emulator.control.clearFaults();
    const restarted = createHarness({
      store,
      fetch: (input, init) => harness.emulator.fetch(new Request(input, init)),
    });
    await restarted.connect.migrate();
    await restarted.connect.close();
    expect(keysAtPica(harness)).toEqual([key]);
  });

  it("never swaps back to a key that was replaced", async () => {
    const harness = createHarness({ store });
    const { ann, connectAccount, emulator } = harness;
    const { id, key: oldKey } = await connectAccount(ann, "gmail");
    emulator.control.addFault({ kind: "status", status: 500, method: "DELETE" });
    const { sessionId } = await reconnect(harness, id);
    const answer = await saveAgain(harness, oldKey, sessionId);
    expect(await answer.json()).toMatchObject({ code: "connection_conflict" });
  });

  it("takes a key over from a row that holds it falsely", async () => {
    const harness = createHarness({ store });
    const { ann, ben, connectAccount, session, emulator, list } = harness;
    const { id } = await connectAccount(ann, "gmail");
    const { id: sessionId } = await session(ann, { reconnectId: id });
    const { key } = emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    await store.upsertConnections({
      identity: { type: "user", id: ben.user },
      environment: "test",
      found: [fresh({ key })],
      missing: [],
      pendingHook: null,
      now: new Date(),
    });
    expect(await (await saveAgain(harness, key, sessionId)).json()).toMatchObject({ id, key });
    expect((await list(ben)).connections).toEqual([]);
  });

  it("saving the same key twice is idempotent", async () => {
    const harness = createHarness({ store });
    const { id } = await harness.connectAccount(harness.ann, "gmail");
    const { key, sessionId } = await reconnect(harness, id);
    const again = await saveAgain(harness, key, sessionId);
    expect(again.status).toBe(201);
    expect(await again.json()).toMatchObject({ id, key });
    expect(keysAtPica(harness)).toEqual([key]);
  });

  it("becomes a new connection when the old one was disconnected meanwhile", async () => {
    const harness = createHarness({ store });
    const { ann, connectAccount, session, call, emulator, list } = harness;
    const { id } = await connectAccount(ann, "gmail");
    const { id: sessionId } = await session(ann, { reconnectId: id });
    await call(`/connections/${id}`, { method: "DELETE", as: ann });
    const { key } = emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    expect((await saveAgain(harness, key, sessionId)).status).toBe(201);
    const { connections } = await list(ann);
    expect(connections).toMatchObject([{ key }]);
    expect(connections[0]?.id).not.toBe(id);
  });
});

describe("disconnecting", () => {
  it("deletes at Pica, then here, and says nothing new when asked again", async () => {
    const harness = createHarness({ store });
    const { ann, ben, connectAccount, call, list } = harness;
    const { id } = await connectAccount(ann, "gmail");
    const disconnect = async (as = ann) =>
      (await call(`/connections/${id}`, { method: "DELETE", as })).status;
    expect(await disconnect(ben)).toBe(404);
    expect(await disconnect()).toBe(204);
    expect(await disconnect()).toBe(204);
    expect(await disconnect(ben)).toBe(404);
    expect(keysAtPica(harness)).toEqual([]);
    expect((await list(ann)).connections).toEqual([]);
  });

  it.each([
    ["last", (user: string) => ({ user, team: null })],
    ["first", (user: string) => ({ team: null, user })],
    ["undefined", (user: string) => ({ organization: undefined, team: null, user })],
  ])(
    "answers a person without a team alike, whose team is null and named %s",
    async (_, viewer) => {
      const harness = createHarness({
        store,
        authenticate: (request) => {
          const { user } = viewerOf(request) ?? {};
          return user ? viewer(user) : null;
        },
      });
      const { ann, connectAccount, call, problem, session } = harness;
      const { id } = await connectAccount(ann, "gmail");
      const disconnect = (which: string) =>
        call(`/connections/${which}`, { method: "DELETE", as: ann });
      expect((await disconnect(crypto.randomUUID())).status).toBe(404);
      expect((await disconnect(id)).status).toBe(204);
      expect((await disconnect(id)).status).toBe(204);
      expect((await call("/connections", { as: ann })).status).toBe(200);
      expect((await session(ann)).viewer).not.toBe("");
      const unavailable = { code: "identity_type_unavailable", status: 403 };
      expect(await problem("/connections?identityType=team", { as: ann })).toMatchObject(
        unavailable,
      );
      const body = { identityType: "team" };
      expect(await problem("/sessions", { method: "POST", as: ann, body })).toMatchObject(
        unavailable,
      );
    },
  );

  it.each([
    [403, "upstream_forbidden"],
    [401, "upstream_unauthorized"],
    [429, "upstream_rate_limited"],
    [500, "upstream_unavailable"],
  ] as const)("keeps the connection and says why when Pica answers %i", async (status, code) => {
    const harness = createHarness({ store });
    const { ann, connectAccount, problem, list, emulator, advance } = harness;
    const { id } = await connectAccount(ann, "gmail");
    emulator.control.addFault({ kind: "status", status, method: "DELETE" });
    expect(await problem(`/connections/${id}`, { method: "DELETE", as: ann })).toMatchObject({
      code,
    });
    advance(120_000);
    expect((await list(ann)).connections).toMatchObject([{ id, state: "operational" }]);
  });

  it("counts what Pica no longer has as done", async () => {
    const { ann, connectAccount, call, list, emulator } = createHarness({ store });
    const { id, key } = await connectAccount(ann, "gmail");
    emulator.control.deleteConnection({ connection: key });
    expect((await call(`/connections/${id}`, { method: "DELETE", as: ann })).status).toBe(204);
    expect((await list(ann)).connections).toEqual([]);
  });

  it("is finished by the next synchronization, with its hook, when the database failed in between", async () => {
    const announced: string[] = [];
    let isDown = false;
    const flaky: ConnectStore = {
      ...store,
      removeConnection: async (...rest) => {
        if (isDown) throw new Error("the database is down");
        return store.removeConnection(...rest);
      },
    };
    const { ann, connectAccount, call, list, advance, emulator } = createHarness({
      store: flaky,
      pica: { timeout: 5_000 },
      onDisconnected: ({ id }) => {
        announced.push(id);
      },
    });
    const { id } = await connectAccount(ann, "gmail");
    isDown = true;
    const path = `/connections/${id}`;
    expect((await call(path, { method: "DELETE", as: ann })).status).toBe(503);
    expect(emulator.control.connections()).toEqual([]);
    expect(announced).toEqual([]);
    isDown = false;
    advance(21_000);
    expect((await list(ann)).connections).toEqual([]);
    expect((await call(path, { method: "DELETE", as: ann })).status).toBe(204);
    advance(61_000);
    await list(ann);
    expect(announced).toEqual([id]);
  });

  it("is left to its request, which may be refused, by a list that is read meanwhile", async () => {
    let isFirst = true;
    const harness: Harness = createHarness({
      store,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        if (request.method !== "DELETE" || !isFirst) return harness.emulator.fetch(request);
        isFirst = false;
        harness.advance(20_000);
        await harness.list(harness.ann, "?refresh=true");
        return new Response(null, { status: 403 });
      },
    });
    const { ann, connectAccount, problem, list } = harness;
    const { id } = await connectAccount(ann, "gmail");
    const refused = await problem(`/connections/${id}`, { method: "DELETE", as: ann });
    expect(refused).toMatchObject({ code: "upstream_forbidden" });
    expect((await list(ann)).connections).toMatchObject([{ id, state: "operational" }]);
  });

  it("keeps a connection that somebody reconnects meanwhile, and announces no end of it", async () => {
    const ended: string[] = [];
    let holdDeletion: Promise<void> | null = null;
    const harness: Harness = createHarness({
      store,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        // Read first: the test takes it away as soon as Pica has the request.
        const held = request.method === "DELETE" ? holdDeletion : null;
        const answer = await harness.emulator.fetch(request);
        await held;
        return answer;
      },
      onDisconnected: ({ id }) => {
        ended.push(id);
      },
    });
    const { ann, connectAccount, problem, list, advance, upstream } = harness;
    const { id } = await connectAccount(ann, "gmail");
    let release = () => {};
    holdDeletion = new Promise((resolve) => {
      release = resolve;
    });
    const disconnecting = problem(`/connections/${id}`, { method: "DELETE", as: ann });
    await expect.poll(() => upstream("DELETE")).toHaveLength(1);
    holdDeletion = null;
    const { key, response } = await reconnect(harness, id);
    expect(response.status).toBe(201);
    release();
    expect(await disconnecting).toMatchObject({ code: "connection_conflict", status: 409 });
    for (let i = 0; i < 2; i++) {
      expect((await list(ann)).connections).toMatchObject([{ id, key, state: "operational" }]);
      advance(61_000);
    }
    expect(ended).toEqual([]);
    expect(keysAtPica(harness)).toEqual([key]);
  });

  it("also deletes the key of a reconnect that finishes just before it", async () => {
    let before = async () => {};
    const harness: Harness = createHarness({
      store: {
        ...store,
        updateConnection: async (id, identity, change, now) => {
          if ("disconnecting" in change) await before();
          return store.updateConnection(id, identity, change, now);
        },
      },
    });
    const { ann, connectAccount, call, list } = harness;
    const { id } = await connectAccount(ann, "gmail");
    before = async () => {
      await reconnect(harness, id);
    };
    expect((await call(`/connections/${id}`, { method: "DELETE", as: ann })).status).toBe(204);
    expect(keysAtPica(harness)).toEqual([]);
    expect((await list(ann)).connections).toEqual([]);
  });

  it("is forgotten when Pica refuses it, and the connection lives on", async () => {
    const { ann, connectAccount, call, list, advance, emulator } = createHarness({ store });
    const { id, key } = await connectAccount(ann, "gmail");
    emulator.control.addFault({ kind: "status", status: 403, method: "DELETE" });
    expect((await call(`/connections/${id}`, { method: "DELETE", as: ann })).ok).toBe(false);
    emulator.control.clearFaults();
    emulator.control.setConnectionState({ connection: key, state: "degraded" });
    advance(16_000);
    expect((await list(ann)).connections).toMatchObject([{ id, state: "degraded" }]);
  });
});
