import { afterEach, describe, expect, it, vi } from "vitest";
import { createHarness, type Harness } from "../../test/harness.ts";
import { openOwnStore } from "../../test/test-store.ts";
import type { ConnectStore } from "../store/connect-store.ts";
import { createMemoryStore } from "../store/memory-store.ts";
import type { ConnectionRecord } from "./connection-record.ts";
import type { AttentionEvent } from "./hook-dispatcher.ts";

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  for (const close of closers.splice(0).reverse()) await close();
});

async function openStore(): Promise<ConnectStore> {
  const store = await openOwnStore();
  closers.push(store.close);
  return store;
}

const vault = "/vault/connections";

/** A server that records its `onNeedsAttention` and `onRecovered` hooks. */
async function start(options: Parameters<typeof createHarness>[0] = {}) {
  const events: string[] = [];
  const details: (AttentionEvent & { connection: ConnectionRecord })[] = [];
  const note = (name: string) => (connection: ConnectionRecord, event: AttentionEvent) => {
    events.push(`${name} ${connection.platform} ${connection.state}`);
    details.push({ ...event, connection });
  };
  const harness = createHarness({
    store: options.store ?? (await openStore()),
    onNeedsAttention: note("needs attention"),
    onRecovered: note("recovered"),
    ...options,
  });
  const setState = (key: string, state: "operational" | "degraded" | "failed" | "unknown") =>
    harness.emulator.control.setConnectionState({ connection: key, state });
  /** Runs a sweep one minute later. */
  const sweep = (sweepOptions?: Parameters<typeof harness.connect.sweep>[0]) => {
    harness.advance(60_000);
    return harness.connect.sweep(sweepOptions);
  };
  return { ...harness, events, details, setState, sweep };
}

/** Creates that many people with one connection each, all known to the server. */
async function connectMany({ emulator, connect }: Harness, count: number) {
  const users = Array.from({ length: count }, (_, i) => `u_${i}`);
  for (const user of users) {
    emulator.control.createConnection({ platform: "gmail", identity: user });
    await connect.connections.list({ user });
  }
  emulator.control.clearRequests();
  return users;
}

describe("a sweep", () => {
  it("runs onNeedsAttention once for a connection that fails while no page is open", async () => {
    const { ann, connectAccount, setState, sweep, events, details } = await start({
      connectionsUrl: "https://app.test/settings?tab=apps#list",
    });
    const { id, key } = await connectAccount(ann, "gmail");
    expect(await sweep()).toEqual({
      identities: 1,
      stale: 0,
      requests: 1,
      remaining: 0,
      forgotten: [],
    });
    setState(key, "failed");
    expect(await sweep()).toMatchObject({ identities: 1, requests: 2 });
    expect(await sweep()).toMatchObject({ identities: 1, requests: 1 });
    expect(events).toEqual(["needs attention gmail failed"]);
    expect(details).toMatchObject([
      {
        connection: { id, key, identity: { type: "user", id: ann.user } },
        reconnectUrl: `https://app.test/settings?tab=apps&ak-reconnect=${id}#list`,
      },
    ]);
  });

  it("runs one hook for each change, and none for a connection that Pica refreshes by itself", async () => {
    const { ann, connectAccount, setState, sweep, events, details, emulator } = await start();
    const { key } = await connectAccount(ann, "gmail");
    for (const state of ["degraded", "failed", "unknown", "degraded", "operational"] as const) {
      setState(key, state);
      await sweep();
    }
    emulator.control.deleteConnection({ connection: key });
    await sweep();
    await sweep();
    expect(events).toEqual([
      "needs attention gmail failed",
      "recovered gmail operational",
      "needs attention gmail gone",
    ]);
    expect(new Set(details.map(({ id }) => id)).size).toBe(3);
    expect(details[0]?.reconnectUrl).toBeUndefined();
  });

  it("runs no hook again that a list has already run, and the reverse", async () => {
    const { ann, connectAccount, setState, sweep, list, advance, events } = await start();
    const { key } = await connectAccount(ann, "gmail");
    setState(key, "failed");
    advance(16_000);
    await list(ann);
    await sweep();
    setState(key, "operational");
    await sweep();
    await list(ann);
    expect(events).toEqual(["needs attention gmail failed", "recovered gmail operational"]);
  });

  it("runs a hook once when another instance reads a list at the same time", async () => {
    const store = await openStore();
    const a = await start({ store });
    const b = await start({
      store,
      fetch: (input, init) => a.emulator.fetch(new Request(input, init)),
    });
    const { ann } = a;
    const { key } = await a.connectAccount(ann, "gmail");
    b.advance(1);
    a.setState(key, "failed");
    await Promise.all([a.sweep(), b.list(ann), b.sweep()]);
    expect([...a.events, ...b.events]).toEqual(["needs attention gmail failed"]);
  });

  it("runs onRecovered for a reconnect, after onReconnected", async () => {
    const order: string[] = [];
    const harness = await start({
      onReconnected: () => {
        order.push("reconnected");
      },
      onRecovered: () => {
        order.push("recovered");
      },
    });
    const { ann, connectAccount, setState, sweep, session, emulator, call } = harness;
    const { id, key } = await connectAccount(ann, "gmail");
    setState(key, "failed");
    await sweep();
    const { id: sessionId } = await session(ann, { reconnectId: id });
    const found = emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    const body = { key: found.key, sessionId };
    await call("/connections", { method: "POST", as: ann, body });
    await sweep();
    expect(order).toEqual(["reconnected", "recovered"]);
  });

  it("runs a hook that threw again, with the same event, until it succeeds", async () => {
    let failures = 2;
    const ids: string[] = [];
    const { ann, connectAccount, setState, sweep, log } = await start({
      onNeedsAttention: (_connection, { id }) => {
        ids.push(id);
        if (failures-- > 0) throw new Error("the mailer is down");
      },
    });
    const { key } = await connectAccount(ann, "gmail");
    setState(key, "failed");
    for (let i = 0; i < 5; i++) await sweep({ olderThan: 0 });
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
    expect(log.join()).toContain("A hook failed");
  });

  it("runs a committed hook after a restart when the process was killed before it", async () => {
    const store = await openStore();
    let isKilled = false;
    const doomed = await start({
      store: new Proxy(store, {
        get: (target, name) => {
          const member: unknown = Reflect.get(target, name);
          if (typeof member !== "function" || name === "createRateLimiter") return member;
          return async (...args: unknown[]) => {
            if (isKilled) throw new Error("killed");
            return member.apply(target, args);
          };
        },
      }),
      onNeedsAttention: () => {
        isKilled = true;
        return new Promise(() => {});
      },
    });
    const { key } = await doomed.connectAccount(doomed.ann, "gmail");
    doomed.setState(key, "failed");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const swept = doomed.sweep().catch(() => "killed");
    await expect.poll(() => isKilled).toBe(true);
    await vi.advanceTimersByTimeAsync(4_000);
    vi.useRealTimers();
    expect(await swept).toBe("killed");

    const restarted = await start({
      store,
      fetch: (input, init) => doomed.emulator.fetch(new Request(input, init)),
    });
    // The killed process still holds its claim, because it could still be running its hook.
    restarted.advance(6 * 60_000);
    await restarted.sweep();
    await restarted.sweep();
    expect(restarted.events).toEqual(["needs attention gmail failed"]);
  });

  it("sends one request for each identity, the longest unchecked first, within its budget", async () => {
    const harness = await start();
    await connectMany(harness, 30);
    expect(await harness.sweep({ budget: 20 })).toMatchObject({
      identities: 20,
      requests: 20,
      remaining: 10,
    });
    const first = harness.emulator.control.requests().map(({ query }) => query.identity);
    harness.emulator.control.clearRequests();
    // Twenty identities were checked a minute ago.
    expect(await harness.sweep({ olderThan: 90_000 })).toMatchObject({
      identities: 10,
      remaining: 0,
    });
    const second = harness.emulator.control.requests().map(({ query }) => query.identity);
    expect(new Set([...first, ...second]).size).toBe(30);
    expect(harness.upstream(vault)).toHaveLength(10);
  });

  it("skips identities that a list has just read, and those without a connection", async () => {
    const { ann, ben, list, sweep, connectAccount, call, connect, advance } = await start();
    await list(ben);
    const { id } = await connectAccount(ann, "gmail");
    advance(60_000);
    await list(ann);
    advance(10_000);
    expect(await connect.sweep()).toMatchObject({ identities: 0, requests: 0, remaining: 0 });
    await call(`/connections/${id}`, { method: "DELETE", as: ann });
    expect(await sweep()).toMatchObject({ identities: 1 });
    expect(await sweep()).toMatchObject({ identities: 0, requests: 0, remaining: 0 });
  });

  it("marks nothing as gone unless both of Pica's lists were read to the end", async () => {
    const { ann, connectAccount, sweep, events, emulator, list } = await start();
    const { key } = await connectAccount(ann, "gmail");
    emulator.control.deleteConnection({ connection: key });
    const fault = emulator.control.addFault({
      kind: "status",
      status: 500,
      path: "/v1/vault/*",
    });
    expect(await sweep()).toMatchObject({ identities: 1, stale: 1 });
    emulator.control.removeFault({ id: fault.id });
    expect(events).toEqual([]);
    await sweep();
    expect(events).toEqual(["needs attention gmail gone"]);
    expect((await list(ann)).connections).toMatchObject([{ key, state: "gone" }]);
  });

  it("stores no connection that `authorize` would have to allow", async () => {
    const { ann, connectAccount, sweep, list, emulator, events, advance } = await start({
      authorize: () => true,
    });
    await connectAccount(ann, "gmail");
    emulator.control.createConnection({ platform: "slack", identity: ann.user, state: "failed" });
    await sweep();
    expect(events).toEqual([]);
    advance(1_000);
    const { connections } = await list(ann);
    expect(connections.map(({ platform }) => platform).sort()).toEqual(["gmail", "slack"]);
    expect(events).toEqual(["needs attention slack failed"]);
  });

  it("ends at Pica's 429, says when to continue, and continues with the remaining identities", async () => {
    const store = await openStore();
    const limited = createHarness({ store }, { rateLimit: 25 });
    const users = Array.from({ length: 40 }, (_, i) => `u_${i}`);
    const found = users.map((user) => ({
      ...limited.emulator.control.createConnection({ platform: "gmail", identity: user }),
      user,
    }));
    await limited.connect.migrate();
    for (const { key, id: picaId, user } of found) {
      await store.upsertConnections({
        identity: { type: "user", id: user },
        environment: "test",
        found: [
          {
            newRowId: crypto.randomUUID(),
            key,
            picaId,
            platform: "gmail",
            state: "operational",
            name: null,
          },
        ],
        missing: [],
        pendingHook: null,
        now: new Date(),
      });
    }
    const first = await limited.connect.sweep();
    expect(first).toMatchObject({
      identities: 25,
      stale: 0,
      remaining: 15,
      failure: "upstream_rate_limited",
      retryAfter: 60,
    });
    expect(await limited.connect.sweep()).toMatchObject({ identities: 0, requests: 0 });
    limited.advance(60_000);
    expect(await limited.connect.sweep({ olderThan: 120_000 })).toEqual({
      identities: 15,
      stale: 0,
      requests: 15,
      remaining: 0,
      forgotten: [],
    });
    const answered = limited.emulator.control.requests().filter(({ status }) => status === 200);
    expect(new Set(answered.map(({ query }) => query.identity)).size).toBe(40);
    expect(answered).toHaveLength(40);
  });

  it("ends after repeated failures of Pica", async () => {
    const harness = await start();
    await connectMany(harness, 30);
    harness.emulator.control.addFault({ kind: "html", path: "/v1/vault/*" });
    const { identities, stale, remaining, failure } = await harness.sweep();
    expect({ stale, failure }).toEqual({ stale: identities, failure: "upstream_invalid" });
    expect(identities).toBeLessThan(10);
    expect(identities + remaining).toBe(30);
  });
});

describe("a watch", () => {
  it("sweeps again and again until it is stopped", async () => {
    // Only these timers are faked, because the database's driver has its own.
    const harness = await start({ store: createMemoryStore() });
    const { ann, connectAccount, connect, setState, advance, events, upstream } = harness;
    const { key } = await connectAccount(ann, "gmail");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    advance(300_000);
    const before = upstream(vault).length;
    const watch = connect.watch({ every: 300_000 });
    await expect.poll(() => vi.getTimerCount()).toBe(1);
    expect(upstream(vault)).toHaveLength(before + 1);
    setState(key, "failed");
    // It checks every minute for identities that are due, and finds none.
    advance(60_000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(upstream(vault)).toHaveLength(before + 1);
    advance(240_000);
    await vi.advanceTimersByTimeAsync(60_000);
    await expect.poll(() => events).toEqual(["needs attention gmail failed"]);
    await watch.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("ends with the server", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const { connect } = createHarness();
    connect.watch({ every: 1_000 });
    await connect.close();
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([0, 999, Number.NaN, 2 ** 31])("is refused every %s milliseconds", (every) => {
    const { connect } = createHarness();
    expect(() => connect.watch({ every })).toThrow(
      expect.objectContaining({ code: "watch_malformed" }),
    );
  });
});
