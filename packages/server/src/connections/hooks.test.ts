import { describe, expect, it } from "vitest";
import { createHarness } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";
import type { ConnectionRecord } from "./connection-record.ts";

const store = await openTestStore();

function createLog() {
  const events: string[] = [];
  const note = (name: string) => (connection: ConnectionRecord) => {
    events.push(`${name} ${connection.platform} of ${connection.identity.id}`);
  };
  return {
    events,
    hooks: {
      onConnected: note("connected"),
      onReconnected: note("reconnected"),
      onDisconnected: note("disconnected"),
    },
  };
}

describe("hooks", () => {
  it("run once for each connect, reconnect and disconnect", async () => {
    const { events, hooks } = createLog();
    const { ann, connectAccount, session, call, emulator, list } = createHarness({
      store,
      ...hooks,
    });
    const { id } = await connectAccount(ann, "gmail");
    const { id: sessionId } = await session(ann, { reconnects: id });
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

  it("run for a connection that only the walk found", async () => {
    const { events, hooks } = createLog();
    const { ann, list, emulator } = createHarness({ store, ...hooks });
    emulator.control.createConnection({ platform: "slack", identity: ann.user });
    await list(ann);
    await list(ann);
    expect(events).toEqual([`connected slack of ${ann.user}`]);
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

  it("run after a restart for what the process before could not announce", async () => {
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
