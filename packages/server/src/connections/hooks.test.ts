import { afterEach, describe, expect, it, vi } from "vitest";
import { createHarness } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";
import type { ConnectionRecord } from "./connection-record.ts";

const store = await openTestStore();

function createLog() {
  const events: string[] = [];
  const ids: string[] = [];
  const note = (name: string) => (connection: ConnectionRecord) => {
    events.push(`${name} ${connection.platform} of ${connection.identity.id}`);
    ids.push(connection.id);
  };
  return {
    events,
    ids,
    hooks: {
      onConnected: note("connected"),
      onReconnected: note("reconnected"),
      onDisconnected: note("disconnected"),
    },
  };
}

describe("hooks", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it("run once for each connect, reconnect and disconnect", async () => {
    const { events, hooks } = createLog();
    const { ann, connectAccount, session, call, emulator, list } = createHarness({
      store,
      ...hooks,
    });
    const { id } = await connectAccount(ann, "gmail");
    const { id: sessionId } = await session(ann, { reconnectId: id });
    const { key } = emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    await call("/connections", { method: "POST", as: ann, body: { key, sessionId } });
    await list(ann);
    await call(`/connections/${id}`, { method: "DELETE", as: ann });
    await call(`/connections/${id}`, { method: "DELETE", as: ann });
    await list(ann);
    expect(events).toEqual(
      ["connected", "reconnected", "disconnected"].map((name) => `${name} gmail of ${ann.user}`),
    );
  });

  it("run for a connection that only a synchronization found", async () => {
    const { events, hooks } = createLog();
    const { ann, list, emulator } = createHarness({ store, ...hooks });
    emulator.control.createConnection({ platform: "slack", identity: ann.user });
    await list(ann);
    await list(ann);
    expect(events).toEqual([`connected slack of ${ann.user}`]);
  });

  it("run onDisconnected for a row that a list stored for a reconnect before its save", async () => {
    const { events, ids, hooks } = createLog();
    const { ann, connectAccount, session, call, emulator, list, advance } = createHarness({
      store,
      ...hooks,
    });
    const { id } = await connectAccount(ann, "gmail");
    const { id: sessionId } = await session(ann, { reconnectId: id });
    advance(1_000);
    const { key } = emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    const found = (await list(ann)).connections.find((one) => one.key === key);
    await call("/connections", { method: "POST", as: ann, body: { key, sessionId } });
    expect(events).toEqual(
      ["connected", "connected", "disconnected", "reconnected"].map(
        (name) => `${name} gmail of ${ann.user}`,
      ),
    );
    expect(ids).toEqual([id, found?.id, found?.id, id]);
    advance(61_000);
    expect((await list(ann)).connections).toMatchObject([{ id, key, state: "operational" }]);
    expect(events).toHaveLength(4);
  });

  it("run onDisconnected at a later synchronization while onConnected may still be running", async () => {
    const events: string[] = [];
    let isDown = false;
    const { ann, connectAccount, session, call, emulator, list, advance } = createHarness({
      store,
      onConnected: ({ id }) => {
        if (isDown) throw new Error("the mailer is down");
        events.push(`connected ${id}`);
      },
      onDisconnected: ({ id }) => {
        events.push(`disconnected ${id}`);
      },
    });
    const { id } = await connectAccount(ann, "gmail");
    const { id: sessionId } = await session(ann, { reconnectId: id });
    advance(1_000);
    const { key } = emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    isDown = true;
    const found = (await list(ann)).connections.find((one) => one.key === key);
    await call("/connections", { method: "POST", as: ann, body: { key, sessionId } });
    expect(events).toEqual([`connected ${id}`]);
    advance(61_000);
    await list(ann);
    expect(events).toEqual([`connected ${id}`, `disconnected ${found?.id}`]);
  });

  it("cannot fail the response, and run again until they succeed", async () => {
    let failures = 2;
    let runs = 0;
    const { ann, connectAccount, list, advance, log } = createHarness({
      store,
      onConnected: async () => {
        runs++;
        if (failures-- > 0) throw new Error("the mailer is down");
      },
    });
    expect(await connectAccount(ann, "gmail")).toMatchObject({ platform: "gmail" });
    expect(log.join()).toContain("A hook failed");
    for (let i = 0; i < 4; i++) {
      advance(61_000);
      await list(ann);
    }
    expect(runs).toBe(3);
  });

  it("that never end delay neither the response nor later lists, and are tried again", async () => {
    let runs = 0;
    const { ann, connectAccount, list, advance, log, connect } = createHarness({
      onConnected: () => {
        runs++;
        return new Promise(() => {});
      },
    });
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const connecting = connectAccount(ann, "gmail");
    await expect.poll(() => runs).toBe(1);
    await vi.advanceTimersByTimeAsync(4_000);
    const { id } = await connecting;
    expect(log.join()).toContain("A hook failed");
    expect(await list(ann)).toMatchObject({ stale: false, connections: [{ id }] });

    advance(61_000);
    const listing = list(ann);
    await expect.poll(() => runs).toBe(2);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await listing).toMatchObject({ stale: false, connections: [{ id }] });
    await connect.close();
  });

  it("run after a restart if the earlier process did not get to them", async () => {
    const first = createHarness({
      store,
      onDisconnected: () => {
        throw new Error("killed");
      },
    });
    const { ann } = first;
    const { id } = await first.connectAccount(ann, "gmail");
    await first.call(`/connections/${id}`, { method: "DELETE", as: ann });
    const { events, hooks } = createLog();
    const second = createHarness({ store, ...hooks });
    second.advance(61_000);
    await second.list(ann);
    expect(events).toEqual([`disconnected gmail of ${ann.user}`]);
  });
});
