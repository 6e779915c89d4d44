import { describe, expect, it } from "vitest";
import { createHarness } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";
import type { ConnectServerOptions } from "../options.ts";

const store = await openTestStore();

describe("groups", () => {
  it("let nobody see or touch their connections who has left them", async () => {
    const { ann, connectAccount, list, problem } = createHarness({ store });
    const shared = await connectAccount(ann, "gmail", { identityType: "team" });
    expect((await list(ann, "?identityType=team")).connections).toHaveLength(1);
    const left = { user: ann.user };
    expect(await problem("/connections?identityType=team", { as: left })).toMatchObject({
      code: "identity_type_unavailable",
      status: 403,
    });
    const path = `/connections/${shared.id}`;
    expect(await problem(path, { method: "DELETE", as: left })).toMatchObject({ status: 404 });
  });

  it("share their connections among their members", async () => {
    const { ann, ben, connectAccount, list } = createHarness({ store });
    const shared = await connectAccount(ann, "gmail", { identityType: "team" });
    expect((await list(ben, "?identityType=team")).connections).toMatchObject([{ id: shared.id }]);
    expect((await list(ben)).connections).toEqual([]);
  });

  it.each(["team", "organization", "project"] as const)(
    "of the type %s stay apart from a person of the same id",
    async (type) => {
      const { connectAccount, list, emulator } = createHarness({ store });
      const id = crypto.randomUUID();
      const viewer = { user: id, [type]: id };
      await connectAccount({ user: id }, "gmail");
      emulator.control.createConnection({ platform: "slack", identity: id, identityType: type });
      expect((await list(viewer)).connections).toMatchObject([{ platform: "gmail" }]);
      const shared = await list(viewer, `?identityType=${type}`);
      expect(shared.connections).toMatchObject([{ platform: "slack", identityType: type }]);
    },
  );
});

describe("authorize", () => {
  it("is asked at every call, and its reason is what the person reads", async () => {
    const asked: string[] = [];
    const reason = "Only admins disconnect.";
    const { ann, session, problem, connectAccount } = createHarness({
      store,
      authorize: ({ action }) => {
        asked.push(action);
        return action === "disconnect" ? { reason } : true;
      },
    });
    const connection = await connectAccount(ann, "gmail");
    expect(connection.can).toEqual({ reconnect: true, rename: true, disconnect: { reason } });
    await session(ann, { reconnectId: connection.id });
    const refused = await problem(`/connections/${connection.id}`, { method: "DELETE", as: ann });
    expect(refused).toMatchObject({ code: "forbidden", detail: reason });
    expect(new Set(asked)).toEqual(new Set(["connect", "reconnect", "rename", "disconnect"]));
  });

  it("denies when it returns undefined", async () => {
    const forgetful = (() => undefined) as never;
    const { ann, problem } = createHarness({ store, authorize: forgetful });
    const refused = await problem("/sessions", { method: "POST", as: ann, body: {} });
    expect(refused).toMatchObject({ code: "forbidden", status: 403 });
  });

  it("marks in the catalog what the viewer may not connect", async () => {
    const { ann, call } = createHarness({
      store,
      authorize: ({ action, platform }) =>
        action === "connect" && platform === "gmail" ? { reason: "Ask your admin." } : true,
    });
    const { connectors } = await (await call("/connectors", { as: ann })).json();
    const marked = connectors.filter((one: { unavailable?: string }) => one.unavailable);
    expect(marked).toMatchObject([{ platform: "gmail", unavailable: "Ask your admin." }]);
  });
});

describe("a platform that `authorize` keeps from somebody", () => {
  const onlyBen: ConnectServerOptions["authorize"] = ({ viewer, action, platform }) =>
    action !== "connect" || platform !== "slack" || viewer.user?.startsWith("u_ben")
      ? true
      : { reason: "Not slack." };

  it("does not come in by the list either, once AuthKit's page has connected it", async () => {
    const connected: string[] = [];
    const { ann, session, problem, list, emulator, advance } = createHarness({
      store,
      authorize: onlyBen,
      onConnected: ({ platform }) => {
        connected.push(platform);
      },
    });
    const { id: sessionId } = await session(ann);
    const { key } = emulator.control.createConnection({ platform: "slack", identity: ann.user });
    emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    const body = { key, sessionId };
    const refused = await problem("/connections", { method: "POST", as: ann, body });
    expect(refused).toMatchObject({ code: "forbidden", detail: "Not slack." });
    for (let i = 0; i < 2; i++) {
      const { connections, stale } = await list(ann);
      expect(connections).toMatchObject([{ platform: "gmail" }]);
      expect(stale).toBe(false);
      advance(16_000);
    }
    expect(connected).toEqual(["gmail"]);
  });

  it("is stored once they may connect it, and stays up to date when they no longer may", async () => {
    let mayAnn = false;
    const { ann, list, emulator, advance } = createHarness({
      store,
      authorize: ({ action }) => (action === "connect" && !mayAnn ? { reason: "Not yet." } : true),
    });
    const { key } = emulator.control.createConnection({ platform: "slack", identity: ann.user });
    expect((await list(ann)).connections).toEqual([]);
    mayAnn = true;
    expect((await list(ann)).connections).toMatchObject([{ key, state: "operational" }]);
    mayAnn = false;
    emulator.control.setConnectionState({ connection: key, state: "failed" });
    advance(16_000);
    expect((await list(ann)).connections).toMatchObject([{ key, state: "failed" }]);
    emulator.control.deleteConnection({ connection: key });
    advance(16_000);
    expect((await list(ann)).connections).toMatchObject([{ key, state: "gone" }]);
  });

  it("comes into a group's list for a member who may, whoever else reads it at the same time", async () => {
    const { ann, ben, list, emulator, upstream } = createHarness({ store, authorize: onlyBen });
    emulator.control.createConnection({
      platform: "slack",
      identity: ann.team,
      identityType: "team",
    });
    const team = "?identityType=team";
    const vault = "/vault/connections";
    const ofAnn = list(ann, team);
    await expect.poll(() => upstream(vault).length).toBeGreaterThan(0);
    expect((await list(ben, team)).connections).toHaveLength(1);
    await ofAnn;
    // Ann's synchronization and Ben's own, with two requests each.
    expect(upstream(vault)).toHaveLength(4);
    expect((await list(ann, team)).connections).toMatchObject([{ platform: "slack" }]);
    expect(upstream(vault)).toHaveLength(4);
  });
});

describe("environments", () => {
  it("never mix, though test and live connections share one table", async () => {
    const test = createHarness({ store });
    const live = createHarness({ store, secret: "sk_live_local" });
    const { ann } = test;
    const { id } = await test.connectAccount(ann, "gmail");
    expect((await live.list(ann)).connections).toEqual([]);
    const refused = await live.problem(`/connections/${id}`, { method: "DELETE", as: ann });
    expect(refused).toMatchObject({ code: "not_found" });
    expect((await test.list(ann)).connections).toMatchObject([
      { environment: "test", state: "operational" },
    ]);
  });
});
