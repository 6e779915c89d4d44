import { describe, expect, it } from "vitest";
import { createHarness, type Harness } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";

const store = await openTestStore();

const vault = "/vault/connections";
const states = async ({ list, ann }: Harness) =>
  (await list(ann, "?refresh=true")).connections.map(({ state }) => state);

/** A connection that exists at Pica though nobody told the server. */
const connectBehindItsBack = ({ emulator, ann }: Harness, platform = "gmail") =>
  emulator.control.createConnection({ platform, identity: ann.user, identityType: "user" });

describe("reading connections", () => {
  it("finds a connection whose save never came", async () => {
    const harness = createHarness({ store });
    const { key } = connectBehindItsBack(harness);
    expect((await harness.list(harness.ann)).connections).toMatchObject([
      { key, state: "operational" },
    ]);
  });

  it("waits until `describeAccount` has named a connection that it has found", async () => {
    let name: ((account: string) => void) | undefined;
    const harness = createHarness({
      store,
      describeAccount: () =>
        new Promise((resolve) => {
          name = resolve;
        }),
    });
    connectBehindItsBack(harness);
    const listing = harness.list(harness.ann);
    await expect.poll(() => name).toBeDefined();
    name?.("ann@work.example");
    expect((await listing).connections).toMatchObject([{ account: "ann@work.example" }]);
  });

  it("finds at once what was connected after its session had been ended", async () => {
    const harness = createHarness({ store });
    const { ann, session, token, call, list } = harness;
    const { id, ticket } = await session(ann);
    await token(ticket);
    expect((await list(ann)).connections).toEqual([]);
    await call(`/sessions/${id}`, { method: "DELETE", as: ann });
    const { key } = connectBehindItsBack(harness);
    expect((await list(ann)).connections).toMatchObject([{ key }]);
  });

  it("takes the name that the person gave on AuthKit's page, unless they took it away", async () => {
    const harness = createHarness({ store });
    const { ann, call, emulator, list } = harness;
    emulator.control.createConnection({ platform: "gmail", identity: ann.user, name: " Studio " });
    const [connection] = (await list(ann)).connections;
    expect(connection?.name).toBe("Studio");
    const path = `/connections/${connection?.id}`;
    await call(path, { method: "PATCH", as: ann, body: { name: "" } });
    harness.advance(16_000);
    expect((await list(ann)).connections).toMatchObject([{ name: null }]);
  });

  it.each([
    ["cut in the middle of a character", `${"x".repeat(99)}📮`, "x".repeat(99)],
    ["with control characters", "My\u0000 Studio\u0007", "My Studio"],
    ["of control characters alone", "\u0000\u0007", null],
    ["with half a character", "Studio \ud83d", "Studio"],
  ])("takes of a name %s what can be kept", async (_what, name, kept) => {
    const harness = createHarness({ store });
    const { key } = connectBehindItsBack(harness);
    const state = harness.emulator.control.save();
    const [connection] = state.connections;
    if (connection) connection.name = name;
    harness.emulator.control.load(state);
    const { connections, stale } = await harness.list(harness.ann);
    expect(connections).toMatchObject([{ key, name: kept }]);
    expect(stale).toBe(false);
  });

  it("leaves out a row that cannot be stored, and stores the others", async () => {
    const harness = createHarness({ store });
    const { key } = connectBehindItsBack(harness);
    connectBehindItsBack(harness, "slack");
    const state = harness.emulator.control.save();
    for (const connection of state.connections) {
      if (connection.key !== key) connection.platform = "sla\u0000ck";
    }
    harness.emulator.control.load(state);
    const { connections, stale } = await harness.list(harness.ann);
    expect(connections).toMatchObject([{ key }]);
    expect(stale).toBe(true);
  });

  it("does not take a connection key for a name", async () => {
    const harness = createHarness({ store });
    const { key } = connectBehindItsBack(harness);
    const state = harness.emulator.control.save();
    const [connection] = state.connections;
    if (connection) connection.name = key;
    harness.emulator.control.load(state);
    expect((await harness.list(harness.ann)).connections).toMatchObject([{ name: null }]);
  });

  it("shows the state that Pica reports, also of failed connections", async () => {
    const harness = createHarness({ store });
    const { emulator } = harness;
    const { key } = connectBehindItsBack(harness);
    for (const state of ["operational", "degraded", "failed", "unknown"] as const) {
      emulator.control.setConnectionState({ connection: key, state });
      expect(await states(harness)).toEqual([state]);
      harness.advance(3_000);
    }
  });

  it("marks as gone what Pica no longer has, and well again when it is back", async () => {
    const harness = createHarness({ store });
    const saved = harness.emulator.control.save();
    const { key } = connectBehindItsBack(harness);
    const withConnection = harness.emulator.control.save();
    expect(await states(harness)).toEqual(["operational"]);
    harness.emulator.control.load(saved);
    harness.advance(3_000);
    expect(await states(harness)).toEqual(["gone"]);
    harness.emulator.control.load(withConnection);
    harness.advance(3_000);
    expect((await harness.list(harness.ann, "?refresh=true")).connections).toMatchObject([
      { key, state: "operational" },
    ]);
  });

  it("asks Pica once in fifteen seconds, however often it is read", async () => {
    const harness = createHarness({ store });
    const { ann, list, upstream, advance } = harness;
    await Promise.all(Array.from({ length: 100 }, () => list(ann)));
    const oneWalk = upstream(vault).length;
    expect(oneWalk).toBe(2);
    await list(ann);
    expect(upstream(vault)).toHaveLength(oneWalk);
    advance(15_001);
    await list(ann);
    expect(upstream(vault)).toHaveLength(2 * oneWalk);
  });

  it("asks again at once after a save, a disconnect or Refresh", async () => {
    const { ann, list, upstream, advance, connectAccount, call } = createHarness({ store });
    await list(ann);
    const syncs = async () => {
      const before = upstream(vault).length;
      await list(ann);
      return (upstream(vault).length - before) / 2;
    };
    expect(await syncs()).toBe(0);
    const { id } = await connectAccount(ann, "gmail");
    expect(await syncs()).toBe(1);
    await call(`/connections/${id}`, { method: "DELETE", as: ann });
    expect(await syncs()).toBe(1);
    advance(3_000);
    const before = upstream(vault).length;
    await list(ann, "?refresh=true");
    expect(upstream(vault).length).toBe(before + 2);
  });

  it("reads every page of a long list", async () => {
    const harness = createHarness({ store });
    for (let i = 0; i < 230; i++) connectBehindItsBack(harness);
    const { connections, stale } = await harness.list(harness.ann);
    expect(new Set(connections.map(({ key }) => key)).size).toBe(230);
    expect(stale).toBe(false);
  });

  it("neither stores nor marks as gone what is outside the allow list", async () => {
    const harness = createHarness({ store, platforms: ["gmail"] });
    connectBehindItsBack(harness, "slack");
    expect((await harness.list(harness.ann)).connections).toEqual([]);
    const wide = createHarness({ store }, {});
    const { ann } = wide;
    await wide.connectAccount(ann, "slack");
    const narrow = createHarness({ store, platforms: ["gmail"] });
    expect((await narrow.list(ann)).connections).toMatchObject([
      { platform: "slack", state: "operational" },
    ]);
  });

  it("does not restore a connection that was disconnected during a synchronization", async () => {
    let holdList: Promise<void> | null = null;
    const harness: Harness = createHarness({
      store,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const answer = await harness.emulator.fetch(request);
        if (request.method === "GET" && request.url.includes("active=true")) await holdList;
        return answer;
      },
    });
    const { ann, connectAccount, list, call, advance, upstream } = harness;
    const { id } = await connectAccount(ann, "gmail");
    await list(ann);
    advance(20_000);

    let release = () => {};
    holdList = new Promise((resolve) => {
      release = resolve;
    });
    const asked = upstream(vault).length;
    const slow = list(ann);
    await expect.poll(() => upstream(vault).length).toBe(asked + 2);
    expect((await call(`/connections/${id}`, { method: "DELETE", as: ann })).status).toBe(204);
    release();
    holdList = null;
    await slow;
    expect((await list(ann)).connections).toEqual([]);
  });
});

describe("an incomplete list from Pica marks nothing as gone", () => {
  interface List {
    rows: unknown[];
    total: number;
  }
  interface BadWalk {
    /** Bends each page of Pica's answer. */
    bend?: (list: List) => List;
    fault?: Parameters<Harness["emulator"]["control"]["addFault"]>[0];
  }

  /** Two rows in the table, of which Pica has lost one; then something about the list goes wrong. */
  async function afterBadWalk({ bend, fault }: BadWalk) {
    let bending = false;
    const harness: Harness = createHarness({
      store,
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const response = await harness.emulator.fetch(request);
        if (!bending || !bend || !request.url.includes(vault)) return response;
        return Response.json(bend((await response.json()) as List), response);
      },
    });
    const { control } = harness.emulator;
    const lost = connectBehindItsBack(harness);
    const kept = connectBehindItsBack(harness, "slack");
    await harness.list(harness.ann);
    control.deleteConnection({ connection: lost.key });
    harness.advance(20_000);

    bending = true;
    if (fault) control.addFault(fault);
    const during = await harness.list(harness.ann);
    bending = false;
    control.clearFaults();
    harness.advance(20_000);
    const after = await harness.list(harness.ann);

    const stateOf = (answer: typeof during, key: string) =>
      answer.connections.find((connection) => connection.key === key)?.state;
    return {
      during: { stale: during.stale, lost: stateOf(during, lost.key) },
      after: { stale: after.stale, lost: stateOf(after, lost.key), kept: stateOf(after, kept.key) },
    };
  }

  const path = "/v1/vault/*";
  const incompleteLists: [string, BadWalk][] = [
    ["one malformed row", { fault: { kind: "malformed_rows", path } }],
    ["a failing page", { fault: { kind: "status", status: 500, path } }],
    ["a page of HTML", { fault: { kind: "html", path } }],
    ["a broken connection", { fault: { kind: "dropped_socket", path } }],
    ["a total that is too large", { bend: (list) => ({ ...list, total: list.total + 1 }) }],
    ["an empty list that claims more", { bend: (list) => ({ ...list, rows: [] }) }],
  ];

  it.each(incompleteLists)("%s", async (_what, incompleteList) => {
    const { during, after } = await afterBadWalk(incompleteList);
    expect(during).toEqual({ stale: true, lost: "operational" });
    expect(after).toEqual({ stale: false, lost: "gone", kept: "operational" });
  });

  it("a later page that repeats the first", async () => {
    const harness = createHarness({ store });
    for (let i = 0; i < 120; i++) connectBehindItsBack(harness);
    await harness.list(harness.ann);
    harness.advance(20_000);
    const fault = harness.emulator.control.addFault({
      kind: "duplicate_pages",
      path: "/v1/vault/*",
    });
    const { connections, stale } = await harness.list(harness.ann);
    harness.emulator.control.removeFault({ id: fault.id });
    expect(stale).toBe(true);
    expect(connections.every(({ state }) => state === "operational")).toBe(true);
    expect(connections).toHaveLength(120);
  });
});
