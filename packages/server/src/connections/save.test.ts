import { describe, expect, it } from "vitest";
import { createHarness } from "../../test/harness.ts";
import { fresh } from "../../test/store-fixtures.ts";
import { openTestStore } from "../../test/test-store.ts";
import type { Viewer } from "../identity/identity.ts";

const store = await openTestStore();

describe("saving a connection", () => {
  it("makes one row of twenty saves of one key at once", async () => {
    const { ann, session, call, emulator, list } = createHarness({ store });
    const { id: sessionId } = await session(ann);
    const { key } = emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        call("/connections", { method: "POST", as: ann, body: { key, sessionId } }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    const ids = await Promise.all(answers.map(async (answer) => (await answer.json()).id));
    expect(new Set(ids).size).toBe(1);
    expect((await list(ann)).connections).toHaveLength(1);
  });

  it("gives the owner a row though another identity's row holds the key", async () => {
    const { ann, ben, session, call, emulator, list } = createHarness({ store });
    const { key } = emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    // What a naive save of the browser's word would have left behind.
    const squat = {
      identity: { type: "user", id: ben.user },
      environment: "test",
      found: [fresh({ key })],
      missing: [],
      pendingHook: null,
      now: new Date(),
    } as const;
    await store.upsertConnections(squat);
    const { id: sessionId } = await session(ann);
    const saved = await call("/connections", { method: "POST", as: ann, body: { key, sessionId } });
    expect(saved.status).toBe(201);
    expect((await list(ann)).connections).toMatchObject([{ key }]);
    expect((await list(ben)).connections).toEqual([]);
  });

  it("keeps several accounts of one platform apart by what `describeAccount` finds out", async () => {
    const accounts = ["ann@work.example", "ann@home.example"];
    const { ann, connectAccount, list } = createHarness({
      store,
      describeAccount: async () => accounts.shift(),
    });
    expect(await connectAccount(ann, "gmail")).toMatchObject({ account: "ann@work.example" });
    await connectAccount(ann, "gmail");
    const { connections } = await list(ann);
    expect(connections.map(({ account }) => account)).toEqual([
      "ann@work.example",
      "ann@home.example",
    ]);
  });

  it("asks the provider for the account through the passthrough", async () => {
    const harness = createHarness({
      store,
      describeAccount: async ({ id }) => {
        const answer = await harness.connect.passthrough(id, {
          method: "GET",
          path: "/users/me/profile",
          actionId: "conn_mod_def::profile",
        });
        return (await answer.json()).emailAddress;
      },
    });
    const { ann, session, call, emulator } = harness;
    const { id: sessionId } = await session(ann);
    const account = "ann@marlowfinch.example";
    const { key } = emulator.control.createConnection({
      platform: "gmail",
      identity: ann.user,
      account,
    });
    const saved = await call("/connections", { method: "POST", as: ann, body: { key, sessionId } });
    expect(await saved.json()).toMatchObject({ account });
  });

  it("sanitizes and truncates the account", async () => {
    const { ann, connectAccount, log } = createHarness({
      store,
      describeAccount: () => ` ann\u0000@work.example ${"x".repeat(182)}📮`,
    });
    const { account } = await connectAccount(ann, "gmail");
    expect(account).toBe(`ann@work.example ${"x".repeat(182)}`);
    expect(log.join()).not.toContain("describeAccount failed");
  });

  it("does not wait for an account that nobody can name", async () => {
    const { ann, connectAccount, log } = createHarness({
      store,
      describeAccount: () => Promise.reject(new Error("no")),
    });
    expect(await connectAccount(ann, "gmail")).not.toHaveProperty("account");
    expect(log.join()).toContain("describeAccount failed");
  });

  describe("for a team", () => {
    const describeViewer = ({ user }: Viewer) => (user?.startsWith("u_ann") ? " Ann\u0000" : "Ben");
    const team = { identityType: "team" };

    it("keeps who connected it, and nobody for a person's own account", async () => {
      const { ann, ben, connectAccount, list } = createHarness({ store, describeViewer });
      expect(await connectAccount(ann, "gmail", team)).toMatchObject({ connectedBy: "Ann" });
      expect(await connectAccount(ann, "gmail")).not.toHaveProperty("connectedBy");
      const { connections } = await list(ben, "?identityType=team");
      expect(connections).toMatchObject([{ connectedBy: "Ann" }]);
    });

    it("keeps who connected it until somebody else reconnects it", async () => {
      const { ann, ben, connectAccount } = createHarness({ store, describeViewer });
      const { id: reconnectId } = await connectAccount(ann, "gmail", team);
      const reconnect = (viewer: Viewer) =>
        connectAccount(viewer, "gmail", { ...team, reconnectId });
      expect(await reconnect(ann)).toMatchObject({ id: reconnectId, connectedBy: "Ann" });
      expect(await reconnect(ben)).toMatchObject({ id: reconnectId, connectedBy: "Ben" });
    });

    it("does not give an account to whoever saves its key again", async () => {
      const { ann, ben, connectAccount, session, call } = createHarness({ store, describeViewer });
      const { key } = await connectAccount(ann, "gmail", team);
      const { id: sessionId } = await session(ben, { platform: "gmail", ...team });
      const body = { key, sessionId };
      const saved = await call("/connections", { method: "POST", as: ben, body });
      expect(await saved.json()).toMatchObject({ connectedBy: "Ann" });
    });

    it("connects the account though nobody can be named", async () => {
      const { ann, connectAccount, log } = createHarness({
        store,
        describeViewer: () => Promise.reject(new Error("no")),
      });
      expect(await connectAccount(ann, "gmail", team)).not.toHaveProperty("connectedBy");
      expect(log.join()).toContain("describeViewer failed");
    });
  });

  it("a later token does not undo the session's `connected`", async () => {
    const { ann, session, token, call, emulator } = createHarness({ store });
    const { id, ticket } = await session(ann);
    const { key } = emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    await call("/connections", { method: "POST", as: ann, body: { key, sessionId: id } });
    await token(ticket);
    expect(await (await call(`/sessions/${id}`, { as: ann })).json()).toEqual({
      state: "connected",
    });
  });
});

describe("renaming a connection", () => {
  it("trims the name, and takes it away when it is empty", async () => {
    const { ann, connectAccount, call } = createHarness({ store });
    const { id } = await connectAccount(ann, "gmail");
    const rename = async (name: string) =>
      (
        await (
          await call(`/connections/${id}`, { method: "PATCH", as: ann, body: { name } })
        ).json()
      ).name;
    expect(await rename("  Büro 📮 ")).toBe("Büro 📮");
    expect(await rename("   ")).toBeNull();
  });
});
