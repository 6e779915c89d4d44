import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../src/index.ts";
import type { ConnectStore } from "../src/store/connect-store.ts";
import rows from "./fault-rows.json" with { type: "json" };
import { createHarness, type Harness } from "./harness.ts";
import { openTestStore } from "./test-store.ts";

const store = await openTestStore();

/** What a person's page gets from each route that needs Pica. */
async function answers(
  { ann, session, token, call, list, connectAccount }: Harness,
  strike: () => unknown,
) {
  const { id } = await connectAccount(ann, "gmail");
  const opened = await session(ann);
  await strike();
  const issued = await token(opened.ticket);
  const codeOf = async (response: Response) => (await response.json()).code;
  return {
    token: await codeOf(issued),
    session: await (await call(`/sessions/${opened.id}`, { as: ann })).json(),
    list: await list(ann),
    catalog: await codeOf(await call("/connectors", { as: ann })),
    save: await codeOf(
      await call("/connections", {
        method: "POST",
        as: ann,
        body: { key: "test::gmail::default::new", sessionId: opened.id },
      }),
    ),
    disconnect: await call(`/connections/${id}`, { method: "DELETE", as: ann }),
  };
}

const statuses = [
  ["pica-401", 401, "upstream_unauthorized"],
  ["pica-402", 402, "upstream_quota_exceeded"],
  ["pica-403", 403, "upstream_forbidden"],
  ["pica-404", 404, "upstream_invalid"],
  ["pica-429", 429, "upstream_rate_limited"],
  ["pica-500", 500, "upstream_unavailable"],
] as const;

/** One test for each row of `fault-rows.json`, by its id. */
const tests: Record<string, () => Promise<void>> = {
  ...Object.fromEntries(
    statuses.map(([row, status, code]) => [
      row,
      async () => {
        const harness = createHarness({ store });
        const got = await answers(harness, () =>
          harness.emulator.control.addFault({ kind: "status", status }),
        );
        expect(got.token).toBe(code);
        expect(got.session).toEqual({ state: "token_refused", code });
        expect(got.list).toMatchObject({ stale: true, connections: [{ state: "operational" }] });
        expect(got.catalog).toBe(code);
        expect(got.save).toBe(code);
        // To Pica's word that it does not have the connection, disconnecting agrees.
        expect(got.disconnect.status === 204).toBe(status === 404);
      },
    ]),
  ),

  "pica-slow": async () => {
    const harness = createHarness({ store, pica: { timeout: 1_000 } });
    const got = await answers(harness, () =>
      harness.emulator.control.addFault({ kind: "delay", milliseconds: 30_000 }),
    );
    expect(got.token).toBe("upstream_timeout");
    expect(got.list).toMatchObject({ stale: true, connections: [{ state: "operational" }] });
    expect([got.catalog, got.save, got.disconnect.status]).toEqual([
      "upstream_timeout",
      "upstream_timeout",
      504,
    ]);
  },

  "pica-html": async () => {
    const harness = createHarness({ store });
    const got = await answers(harness, () => harness.emulator.control.addFault({ kind: "html" }));
    expect([got.token, got.catalog, got.save]).toEqual(Array(3).fill("upstream_invalid"));
    expect(got.disconnect.status).toBe(502);
    expect(got.list).toMatchObject({ stale: true, connections: [{ state: "operational" }] });
  },

  "pica-down": async () => {
    const harness = createHarness({ store });
    const got = await answers(harness, () =>
      harness.emulator.control.addFault({ kind: "dropped_socket" }),
    );
    expect([got.token, got.catalog, got.save]).toEqual(Array(3).fill("upstream_unavailable"));
    expect(got.list).toMatchObject({ stale: true, connections: [{ state: "operational" }] });
    expect(got.disconnect.status).toBe(502);
    harness.emulator.control.clearFaults();
    harness.advance(20_000);
    expect(await harness.list(harness.ann)).toMatchObject({ stale: false });
    expect((await harness.call("/connectors", { as: harness.ann })).status).toBe(200);
  },

  "token-shape": async () => {
    const bodies = [
      "{}",
      "[]",
      "null",
      '"ok"',
      '{"rows":null,"requestId":1}',
      '{"type":"Unauthorized"}',
      "",
    ];
    for (const body of bodies) {
      const { ann, session, token } = createHarness({
        store,
        fetch: async () => new Response(body),
      });
      const { ticket } = await session(ann);
      expect((await (await token(ticket)).json()).code, body).toBe("upstream_invalid");
    }
  },

  "malformed-rows": async () => {
    const { ann, session, token, call, emulator, log } = createHarness({ store });
    emulator.control.addFault({
      kind: "malformed_rows",
      count: 3,
      path: "/v1/available-connectors",
    });
    const { connectors } = await (await call("/connectors", { as: ann })).json();
    expect(connectors).toHaveLength(294 - 3 * 3);
    expect(log.filter((line) => line.includes("malformed rows"))).toEqual([
      expect.stringContaining('{"dropped":9,'),
    ]);
    expect((await token((await session(ann)).ticket)).status).toBe(200);
  },

  "catalog-survives": async () => {
    const { ann, call, emulator, advance, log } = createHarness({ store });
    const first = await call("/connectors", { as: ann });
    const etag = first.headers.get("etag") ?? "";
    emulator.control.addFault({ kind: "dropped_socket" });
    advance(10 * 60_000);
    const stale = await call("/connectors", { as: ann });
    expect(stale.status).toBe(200);
    expect(await stale.json()).toEqual(await first.json());
    const known = await call("/connectors", { as: ann, headers: { "if-none-match": `W/${etag}` } });
    expect(known.status).toBe(304);
    await expect.poll(() => log.join()).toContain("could not be refreshed");
  },

  "duplicate-platforms": async () => {
    const { ann, call } = createHarness(
      { store },
      {
        catalog: [
          { platform: "gmail", name: "Gmail" },
          { platform: "gmail", name: "Gmail" },
          { platform: "old", name: "Old", status: "not_available" },
          { platform: "off", name: "Off", active: false },
        ],
      },
    );
    const { connectors, total } = await (await call("/connectors", { as: ann })).json();
    expect(connectors.map(({ platform }: { platform: string }) => platform)).toEqual(["gmail"]);
    expect(total).toBe(1);
  },

  "ten-thousand-rows": async () => {
    const catalog = Array.from({ length: 10_000 }, (_, i) => ({
      platform: `p-${i}`,
      name: `P ${i}`,
    }));
    const { ann, call } = createHarness({ store }, { catalog });
    expect((await (await call("/connectors", { as: ann })).json()).total).toBe(10_000);
  },

  "early-save-lost": async () => {
    const { ann, emulator, list } = createHarness({ store });
    const { key } = emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    expect((await list(ann)).connections).toMatchObject([{ key }]);
  },

  "database-down": async () => {
    const inner = createMemoryStore();
    let isDown = false;
    const failing = new Proxy(inner, {
      get: (target, name: keyof ConnectStore) =>
        isDown ? () => Promise.reject(new Error("ECONNREFUSED 10.0.0.7:5432")) : target[name],
    });
    const { ann, session, emulator, call, list, problem, advance } = createHarness({
      store: failing,
    });
    const { id: sessionId } = await session(ann);
    const { key } = emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    isDown = true;
    const save = () => call("/connections", { method: "POST", as: ann, body: { key, sessionId } });
    expect(await (await save()).json()).toMatchObject({
      code: "database_unavailable",
      status: 503,
    });
    const unread = await problem("/connections", { as: ann });
    expect(unread.code).toBe("database_unavailable");
    expect(unread.detail).not.toContain("10.0.0.7");
    expect((await call("/health")).status).toBe(503);
    isDown = false;
    advance(20_000);
    expect((await list(ann)).connections).toMatchObject([{ key, state: "operational" }]);
    expect((await save()).status).toBe(201);
  },

  "gone-at-pica": async () => {
    const { ann, connectAccount, emulator, list } = createHarness({ store });
    const { key, id } = await connectAccount(ann, "gmail");
    emulator.control.deleteConnection({ connection: key });
    expect((await list(ann)).connections).toMatchObject([{ id, state: "gone" }]);
  },

  "unhealthy-at-pica": async () => {
    const { ann, connectAccount, emulator, list } = createHarness({ store });
    const { key, id } = await connectAccount(ann, "gmail");
    emulator.control.setConnectionState({ connection: key, state: "failed" });
    expect(await list(ann)).toMatchObject({ stale: false, connections: [{ id, state: "failed" }] });
  },

  "concurrent-saves": async () => {
    const { ann, session, emulator, call, list } = createHarness({ store });
    const { id: sessionId } = await session(ann);
    const { key } = emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    const save = () => call("/connections", { method: "POST", as: ann, body: { key, sessionId } });
    const saves = await Promise.all(Array.from({ length: 20 }, save));
    expect(saves.every(({ status }) => status === 201)).toBe(true);
    expect((await list(ann)).connections).toHaveLength(1);
  },

  "concurrent-reads": async () => {
    const { ann, list, upstream } = createHarness({ store });
    await Promise.all(Array.from({ length: 100 }, () => list(ann)));
    // One synchronization: the active list and the inactive one.
    expect(upstream("/vault/connections")).toHaveLength(2);
  },

  "concurrent-catalog": async () => {
    const { ann, call, upstream } = createHarness({ store, rateLimits: false });
    const reads = Array.from({ length: 1000 }, () => call("/connectors", { as: ann }));
    expect((await Promise.all(reads)).every(({ status }) => status === 200)).toBe(true);
    expect(upstream("/available-connectors")).toHaveLength(3);
  },

  "disconnect-midway": async () => {
    const { ann, connectAccount, emulator, call, list } = createHarness({ store });
    const { id } = await connectAccount(ann, "gmail");
    const disconnect = async () =>
      (await call(`/connections/${id}`, { method: "DELETE", as: ann })).status;
    emulator.control.addFault({ kind: "dropped_socket", method: "DELETE" });
    expect(await disconnect()).toBe(502);
    emulator.control.clearFaults();
    expect((await list(ann)).connections).toMatchObject([{ id, state: "operational" }]);
    expect(await disconnect()).toBe(204);
    expect((await list(ann)).connections).toEqual([]);
  },

  "clock-skew": async () => {
    const behind = createHarness({ store });
    const ahead = createHarness({ store });
    const { ticket } = await behind.session(behind.ann);
    ahead.advance(10 * 60_000 + 50_000);
    expect((await ahead.token(ticket)).status).toBe(200);
  },
};

/** Rows whose test needs processes of its own; see the file. */
const elsewhere: Record<string, string> = {
  "killed-before-commit": "processes.test.ts",
  "second-process": "processes.test.ts",
};

describe("the fault matrix", () => {
  it("has a test for each of its rows, and no other", () => {
    expect([...Object.keys(tests), ...Object.keys(elsewhere)].sort()).toEqual(
      [...rows.server].sort(),
    );
  });

  it.each(Object.entries(tests))("row %s", (_row, test) => test());
});
