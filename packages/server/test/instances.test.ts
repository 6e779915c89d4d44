import { afterEach, describe, expect, it, vi } from "vitest";
import type { ConnectStore } from "../src/store/connect-store.ts";
import { createMemoryStore } from "../src/store/memory-store.ts";
import { createHarness, type Harness } from "./harness.ts";
import { createPostgresDatabase, openPostgres, openTestStore, postgresUrl } from "./test-store.ts";

afterEach(() => {
  vi.useRealTimers();
});

/** Two stores as two machines have them: pools of their own on PostgreSQL, else one handle. */
async function openStores(): Promise<[ConnectStore, ConnectStore]> {
  if (!postgresUrl) {
    const store = await openTestStore();
    return [store, store];
  }
  const { url } = await createPostgresDatabase();
  return [openPostgres(url, { poolSize: 4 }), openPostgres(url, { poolSize: 4 })];
}

/** Two instances before one Pica, and a proxy that gives them every other request. */
async function startTwo(options: Parameters<typeof createHarness>[0] = {}) {
  const [storeA, storeB] = await openStores();
  const a = createHarness({ store: storeA, ...options });
  const b = createHarness({
    store: storeB,
    fetch: (input, init) => a.emulator.fetch(new Request(input, init)),
    ...options,
  });
  let turn = 0;
  const next = (): Harness => (turn++ % 2 === 0 ? a : b);
  return { a, b, next, ann: a.ann };
}

describe("two instances on one database", () => {
  it("migrate at the same moment without hurting each other", async () => {
    const { a, b } = await startTwo();
    await Promise.all([a.connect.migrate(), b.connect.migrate()]);
    expect((await b.list(a.ann)).connections).toEqual([]);
  });

  it("run one connect flow between them, whoever gets which request", async () => {
    const { next, ann, a } = await startTwo();
    const { id, ticket } = await next().session(ann, { platform: "gmail" });
    expect((await next().token(ticket)).status).toBe(200);
    const state = await (await next().call(`/sessions/${id}`, { as: ann })).json();
    expect(state).toEqual({ state: "token_issued" });
    const { key } = a.emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    const body = { key, sessionId: id };
    const saved = await next().call("/connections", { method: "POST", as: ann, body });
    const connection = await saved.json();
    expect((await next().list(ann)).connections).toEqual([connection]);
    expect((await next().list(ann)).connections).toEqual([connection]);
    const path = `/connections/${connection.id}`;
    expect((await next().call(path, { method: "DELETE", as: ann })).status).toBe(204);
    expect((await next().call(path, { method: "DELETE", as: ann })).status).toBe(204);
    expect((await next().list(ann)).connections).toEqual([]);
  });

  it("count a ticket's uses together", async () => {
    const { next, ann } = await startTwo();
    const { ticket } = await next().session(ann);
    const uses = Array.from({ length: 30 }, () => next().token(ticket, "?page=1"));
    const statuses = (await Promise.all(uses)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
  });

  it("make one row of the same key saved at both", async () => {
    const { next, ann, a } = await startTwo();
    const { id: sessionId } = await next().session(ann);
    const { key } = a.emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    const body = { key, sessionId };
    const saves = Array.from({ length: 20 }, async () => {
      const answer = await next().call("/connections", { method: "POST", as: ann, body });
      return (await answer.json()).id;
    });
    expect(new Set(await Promise.all(saves)).size).toBe(1);
  });

  // Only PostgreSQL counts for several instances; without it this test is not there at all.
  if (postgresUrl) {
    it.each([
      ["", "u_ann"],
      [", of the longest ids too", "u".repeat(512)],
    ])("limit rates together%s", async (_which, user) => {
      const { next } = await startTwo({ rateLimits: { sessions: 4 } });
      const ann = { user };
      const statuses: number[] = [];
      for (let i = 0; i < 6; i++) {
        const begun = await next().call("/sessions", { method: "POST", as: ann, body: {} });
        statuses.push(begun.status);
      }
      expect(statuses).toEqual([201, 201, 201, 201, 429, 429]);
    });
  }
});

/** A server whose requests to Pica can be held up, and what came in which order. */
function startHeld() {
  const order: string[] = [];
  const store = createMemoryStore();
  let held = Promise.resolve();
  const harness: Harness = createHarness({
    store: {
      ...store,
      upsertConnections: (truth) => {
        order.push("stored");
        return store.upsertConnections(truth);
      },
      close: async () => {
        order.push("store closed");
      },
    },
    fetch: async (input, init) => {
      await held;
      return harness.emulator.fetch(new Request(input, init));
    },
    pica: { timeout: 60_000 },
  });
  const hold = () => {
    order.length = 0;
    let release = () => {};
    held = new Promise<void>((resolve) => {
      release = resolve;
    });
    return release;
  };
  return { harness, order, hold };
}

describe("closing a server", () => {
  it.each([
    ["a request", ({ call, ann }: Harness) => call("/connections", { as: ann })],
    ["a list for the product", ({ connect, ann }: Harness) => connect.connections.list(ann)],
    [
      "a request of the product's to a provider",
      ({ connect }: Harness, id: string) =>
        connect.passthrough(id, { method: "GET", path: "/profile", actionId: "conn_mod_def::x" }),
    ],
  ])("finishes %s, and only then the store", async (_what, ask) => {
    const { harness, order, hold } = startHeld();
    const { id } = await harness.connectAccount(harness.ann, "gmail");
    const release = hold();
    const asked = ask(harness, id).then(() => order.push("answered"));
    const closing = harness.connect.close();
    release();
    await Promise.all([asked, closing]);
    expect(order).toEqual(["answered", "store closed"]);
  });

  it("finishes a synchronization that takes longer than the list that began it", async () => {
    const { harness, order, hold } = startHeld();
    const { ann, list, connect, emulator } = harness;
    await connect.migrate();
    emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const release = hold();
    const listed = list(ann);
    await expect.poll(() => vi.getTimerCount()).toBeGreaterThan(1);
    vi.advanceTimersByTime(5_000);
    expect(await listed).toMatchObject({ connections: [], stale: true });
    vi.useRealTimers();
    const closing = connect.close();
    release();
    await closing;
    expect(order).toEqual(["stored", "store closed"]);
  });
});
