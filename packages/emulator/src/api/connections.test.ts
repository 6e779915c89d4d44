import { describe, expect, it } from "vitest";
import { ask, emulatorFor } from "../../test/ask.ts";

const path = "/v1/vault/connections";

describe("GET /v1/vault/connections", () => {
  it("answers a row in the shape that docs.picaos.com documents", async () => {
    const emulator = emulatorFor({ clock: () => Date.parse("2026-03-01T10:00:00Z") });
    emulator.control.createConnection({ platform: "gmail", identity: "user-42" });
    const { body } = await ask(emulator, path);
    expect(body).toEqual({
      rows: [
        {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          platformVersion: "1.0.0",
          name: null,
          type: "api",
          key: expect.stringMatching(/^test::gmail::default::[0-9a-f]{32}\|user-42$/),
          environment: "test",
          platform: "gmail",
          identity: "user-42",
          identityType: "user",
          description: "Messages, threads and labels",
          state: "operational",
          tags: [],
          version: "1.0.0",
          active: true,
          createdAt: "2026-03-01T10:00:00.000Z",
        },
      ],
      total: 1,
      pages: 1,
      page: 1,
    });
  });

  it("shows the newest first", async () => {
    const emulator = emulatorFor();
    for (const platform of ["gmail", "slack", "notion"]) {
      emulator.control.createConnection({ platform });
      emulator.control.advanceClock({ milliseconds: 1000 });
    }
    const { body } = await ask(emulator, path);
    expect(body.rows.map((row: { platform: string }) => row.platform)).toEqual([
      "notion",
      "slack",
      "gmail",
    ]);
  });

  it("keeps the two environments apart", async () => {
    const emulator = emulatorFor();
    const live = emulator.control.createConnection({ platform: "gmail", environment: "live" });
    expect((await ask(emulator, path)).body.total).toBe(0);
    expect((await ask(emulator, `${path}/${live.id}`)).status).toBe(404);
    expect((await ask(emulator, `${path}/${live.id}`, { method: "DELETE" })).status).toBe(404);
    expect((await ask(emulator, path, { secret: "sk_live_local" })).body.total).toBe(1);
  });

  it("hides failed connections unless inactive ones are asked for", async () => {
    const emulator = emulatorFor();
    const { id } = emulator.control.createConnection({ platform: "gmail" });
    emulator.control.createConnection({ platform: "slack" });
    emulator.control.setConnectionState({ connection: id, state: "failed" });

    const active = await ask(emulator, path);
    const inactive = await ask(emulator, `${path}?active=false`);
    expect(active.body.rows).toMatchObject([{ platform: "slack", state: "operational" }]);
    expect(inactive.body.rows).toMatchObject([
      { platform: "gmail", state: "failed", active: false },
    ]);
  });

  it.each([
    ["identity=ann", 2],
    ["identity=ann&identityType=team", 1],
    ["identity=ann&platform=gmail", 1],
    ["platform=slack", 2],
    ["name=Support", 1],
    ["tags=eu", 2],
    ["tags=eu,vip", 1],
    ["state=failed", 3],
    ["identity=nobody", 0],
  ])("narrows down by %s", async (query, total) => {
    const emulator = emulatorFor();
    const { createConnection } = emulator.control;
    createConnection({ platform: "gmail", identity: "ann", tags: ["eu"] });
    createConnection({ platform: "slack", identity: "ann", identityType: "team", name: "Support" });
    createConnection({ platform: "slack", identity: "bob", tags: ["eu", "vip"] });
    expect((await ask(emulator, `${path}?${query}`)).body.total).toBe(total);
  });

  it.each(["key", "keys"])("takes a comma list of connection keys as %s", async (name) => {
    const emulator = emulatorFor();
    const one = emulator.control.createConnection({ platform: "gmail", identity: "ann" });
    const two = emulator.control.createConnection({ platform: "slack", identity: "ann" });
    emulator.control.createConnection({ platform: "notion", identity: "ann" });
    const query = new URLSearchParams({ [name]: `${one.key},${two.key}` });
    expect((await ask(emulator, `${path}?${query}`)).body.total).toBe(2);
  });

  it("finds nothing by a key whose identity was cut off", async () => {
    const emulator = emulatorFor();
    const { key } = emulator.control.createConnection({ platform: "gmail", identity: "ann" });
    const query = new URLSearchParams({ key: key.split("|")[0] ?? "" });
    expect((await ask(emulator, `${path}?${query}`)).body.total).toBe(0);
  });

  it("has no pages when it is empty", async () => {
    const { body } = await ask(emulatorFor(), path);
    expect(body).toEqual({ rows: [], total: 0, pages: 0, page: 1 });
  });

  it("refuses an identity type that does not exist", async () => {
    expect((await ask(emulatorFor(), `${path}?identityType=pet`)).status).toBe(400);
  });
});

describe("One connection", () => {
  it("is answered by its id", async () => {
    const emulator = emulatorFor();
    const { id, key } = emulator.control.createConnection({ platform: "gmail" });
    const { status, body } = await ask(emulator, `${path}/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, key });
  });

  it("takes new tags, but no name", async () => {
    const emulator = emulatorFor();
    const { id } = emulator.control.createConnection({ platform: "gmail", name: "Before" });
    const { body } = await ask(emulator, `${path}/${id}`, {
      method: "PATCH",
      body: { tags: ["vip"], name: "After" },
    });
    expect(body).toMatchObject({ tags: ["vip"], name: "Before" });
  });

  it("is deleted with an empty answer, and is then unknown", async () => {
    const emulator = emulatorFor();
    const { id, key } = emulator.control.createConnection({ platform: "gmail" });
    const deleted = await ask(emulator, `${path}/${id}`, { method: "DELETE" });
    expect(deleted).toMatchObject({ status: 200, body: "" });
    expect((await ask(emulator, `${path}/${id}`)).status).toBe(404);
    expect((await ask(emulator, `${path}/${id}`, { method: "DELETE" })).status).toBe(404);
    expect((await ask(emulator, `${path}?key=${encodeURIComponent(key)}`)).body.total).toBe(0);
  });

  it("moves between its states and lists as it turns well and ill", async () => {
    const emulator = emulatorFor();
    const { id, key } = emulator.control.createConnection({ platform: "gmail" });
    for (const state of ["degraded", "failed", "unknown", "operational"] as const) {
      emulator.control.setConnectionState({ connection: key, state });
      const { body } = await ask(emulator, `${path}/${id}`);
      expect(body).toMatchObject({ state, active: state !== "failed" });
      const { body: list } = await ask(emulator, path);
      expect(list.total).toBe(state === "failed" ? 0 : 1);
    }
  });
});

describe("A connection key", () => {
  it.each([
    ["user-42", "|user-42"],
    ["a b:c", "|a-b-c"],
    ["a|b", "|a|b"],
    [null, ""],
  ])("ends for the identity %s in %s", (identity, suffix) => {
    const { key } = emulatorFor().control.createConnection({ platform: "gmail", identity });
    expect(key).toMatch(/^test::gmail::default::[0-9a-f]{32}/);
    expect(key.slice("test::gmail::default::".length + 32)).toBe(suffix);
  });
});
