import { describe, expect, it } from "vitest";
import { createHarness } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";

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
    await session(ann, { reconnects: connection.id });
    const refused = await problem(`/connections/${connection.id}`, { method: "DELETE", as: ann });
    expect(refused).toMatchObject({ code: "forbidden", detail: reason });
    expect(new Set(asked)).toEqual(new Set(["connect", "reconnect", "rename", "disconnect"]));
  });

  it("means no when it forgets to answer", async () => {
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
