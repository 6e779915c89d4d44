import { describe, expect, it } from "vitest";
import { ask, emulatorFor } from "../../test/ask.ts";

const mint = { method: "POST", body: { identity: "user-42", identityType: "user" } };

describe("POST /v1/authkit", () => {
  it("answers rows with a title and an id, but no platform and no category", async () => {
    const { status, body } = await ask(emulatorFor(), "/v1/authkit?limit=100&page=1", mint);
    expect(status).toBe(200);
    expect(body).toMatchObject({ total: 294, pages: 3, page: 1 });
    expect(body.rows[0]).toEqual({
      id: expect.any(Number),
      connectionDefId: expect.any(Number),
      type: "api",
      title: "1Password",
      image: "http://pica.test/logos/1-password.svg",
      activatedAt: expect.any(String),
      secretId: null,
      clientIdDisplay: null,
      clientSecretDisplay: null,
      scopes: null,
      environment: "test",
      guide: null,
      createdAt: expect.any(String),
      tags: [],
      active: true,
    });
  });

  it("gives each call a request id of its own", async () => {
    const emulator = emulatorFor();
    const first = await ask(emulator, "/v1/authkit", mint);
    const second = await ask(emulator, "/v1/authkit", mint);
    expect(first.body.requestId).toEqual(expect.any(Number));
    expect(second.body.requestId).not.toBe(first.body.requestId);
  });

  it("offers no connector that is switched off, inactive or not available", async () => {
    const emulator = emulatorFor({
      catalog: [
        { platform: "on", name: "On" },
        { platform: "off", name: "Off" },
        { platform: "old", name: "Old", active: false },
        { platform: "soon", name: "Soon", status: "not_available" },
      ],
    });
    emulator.control.hidePlatform({ platform: "off" });
    const { body } = await ask(emulator, "/v1/authkit", mint);
    expect(body.rows.map((row: { title: string }) => row.title)).toEqual(["On"]);
  });

  it("takes no identity of more than 128 bytes", async () => {
    const send = (identity: string) =>
      ask(emulatorFor(), "/v1/authkit", { method: "POST", body: { identity } });
    expect((await send("x".repeat(128))).status).toBe(200);
    expect((await send("x".repeat(129))).status).toBe(400);
    expect((await send("é".repeat(65))).status).toBe(400);
  });

  it("takes no identity type that does not exist", async () => {
    const { status } = await ask(emulatorFor(), "/v1/authkit", {
      method: "POST",
      body: { identity: "a", identityType: "bogus" },
    });
    expect(status).toBe(400);
  });

  it("takes no body at all, as the README of the official package sends it", async () => {
    expect((await ask(emulatorFor(), "/v1/authkit", { method: "POST" })).status).toBe(200);
  });
});

describe("GET /v1/users/flags", () => {
  it("tells whether the account is white-labelled", async () => {
    const emulator = emulatorFor();
    expect((await ask(emulator, "/v1/users/flags")).body).toEqual({
      accessList: [],
      authkitWhitelist: false,
      earlyAccess: [],
      completedQuickstart: true,
    });
    emulator.control.setWhiteLabel({ whiteLabel: true });
    expect((await ask(emulator, "/v1/users/flags")).body.authkitWhitelist).toBe(true);
  });
});
