import { type ServedEmulator, serveEmulator } from "@authkit-ui/emulator/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { copyEmptyDatabase } from "../../../packages/server/test/empty-database.ts";
import { createTokenServer, readSecretKey, type TokenServer } from "./token-server.ts";
import { parseTrustProxy } from "./trust-proxy.ts";

const origin = "http://localhost:5173";
let pica: ServedEmulator;
let server: TokenServer;
beforeAll(async () => {
  pica = await serveEmulator();
  server = await createTokenServer({
    secretKey: "sk_test_local",
    baseUrl: pica.origin,
    authKitOrigins: [pica.origin],
    dataFolder: await copyEmptyDatabase(),
    allowedHosts: ["app.example.com"],
  });
});
afterAll(async () => {
  await server.close();
  await pica.close();
});

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  new Request(`${origin}${path}`, {
    method: "POST",
    headers: { origin, "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

const cookieOf = (response: Response) => response.headers.get("set-cookie")?.split(";")[0] ?? "";

describe("the token server", () => {
  it("signs Ann and Ben in, and gives each their own connections", async () => {
    const login = await server.handler(post("/demo/login", { user: "ann" }));
    expect(login.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax/);
    expect(await login.json()).toEqual({ id: "u_ann", name: "Ann Okafor", team: "Marlow Finch" });

    const cookie = cookieOf(login);
    const me = await server.handler(new Request(`${origin}/demo/me`, { headers: { cookie } }));
    expect(await me.json()).toMatchObject({ id: "u_ann" });

    const session = await server.handler(post("/api/connect/sessions", {}, { cookie }));
    expect(session.status).toBe(201);
    const list = await server.handler(
      new Request(`${origin}/api/connect/connections?identityType=team`, { headers: { cookie } }),
    );
    expect(await list.json()).toMatchObject({ connections: [], stale: false });
  });

  it("shows a Gmail account's address, and sends a test message through it", async () => {
    const cookie = cookieOf(await server.handler(post("/demo/login", { user: "ann" })));
    const account = "ann@marlowfinch.example";
    const { key } = pica.emulator.control.createConnection({
      platform: "gmail",
      identity: "u_ann",
      account,
    });
    const list = await server.handler(
      new Request(`${origin}/api/connect/connections`, { headers: { cookie } }),
    );
    const [connection] = (await list.json()).connections;
    expect(connection).toMatchObject({ key, account });
    const path = `/api/connect/connections/${connection.id}/actions/sendTestMessage`;
    const sent = await server.handler(post(path, { to: account }, { cookie }));
    expect(await sent.json()).toMatchObject({ labelIds: ["SENT"] });
  });

  it("sends nothing through an account that Ben lets it only read", async () => {
    const cookie = cookieOf(await server.handler(post("/demo/login", { user: "ben" })));
    const account = "archive@marlowfinch.example";
    const { key } = pica.emulator.control.createConnection({
      platform: "gmail",
      identity: "u_ben",
      account,
    });
    const connections = `${origin}/api/connect/connections`;
    const list = await server.handler(new Request(connections, { headers: { cookie } }));
    const rows: { id: string; key: string }[] = (await list.json()).connections;
    const row = rows.find((connection) => connection.key === key);
    expect(row).toMatchObject({ account, access: "full", can: { setAccess: true } });
    const change = new Request(`${connections}/${row?.id}`, {
      method: "PATCH",
      headers: { origin, cookie, "content-type": "application/json" },
      body: JSON.stringify({ access: "read" }),
    });
    expect(await (await server.handler(change)).json()).toMatchObject({ access: "read" });

    pica.emulator.control.clearRequests();
    const path = `/api/connect/connections/${row?.id}/actions/sendTestMessage`;
    const refused = await server.handler(post(path, { to: account }, { cookie }));
    expect(await refused.json()).toMatchObject({ code: "access_denied", status: 403 });
    expect(pica.emulator.control.requests()).toEqual([]);
  });

  it("runs a sweep for a signed-in person from the product's own page", async () => {
    const cookie = cookieOf(await server.handler(post("/demo/login", { user: "ann" })));
    expect((await server.handler(post("/demo/sweep", {}))).status).toBe(401);
    const foreign = { cookie, origin: "https://evil.example", "content-type": "text/plain" };
    expect((await server.handler(post("/demo/sweep", {}, foreign))).status).toBe(403);
    const { key } = pica.emulator.control.createConnection({
      platform: "slack",
      identity: "u_ann",
    });
    await server.handler(new Request(`${origin}/api/connect/connections`, { headers: { cookie } }));
    pica.emulator.control.setConnectionState({ connection: key, state: "failed" });
    const swept = await server.handler(post("/demo/sweep", {}, { cookie }));
    expect(await swept.json()).toMatchObject({ remaining: 0, forgotten: [] });
  });

  it("believes no cookie that it did not sign", async () => {
    for (const cookie of ["demo_login=ann", "demo_login=ann.AAAA", ""]) {
      const me = await server.handler(new Request(`${origin}/demo/me`, { headers: { cookie } }));
      expect(await me.json()).toBeNull();
    }
  });

  it("lets no form and no foreign page sign anybody in", async () => {
    const form = new Request(`${origin}/demo/login`, {
      method: "POST",
      headers: {
        origin: "https://evil.example",
        "content-type": "application/x-www-form-urlencoded",
      },
      body: "user=ann",
    });
    expect((await server.handler(form)).status).toBe(403);
    const text = new Request(`${origin}/demo/login`, { method: "POST", body: '{"user":"ann"}' });
    expect((await server.handler(text)).headers.get("set-cookie")).toBeNull();
  });

  it("answers the preflights of /token for AuthKit's page alone", async () => {
    const preflight = (from: string) =>
      server.handler(
        new Request(`${origin}/api/connect/token`, {
          method: "OPTIONS",
          headers: { origin: from, "access-control-request-method": "POST" },
        }),
      );
    const allowed = async (from: string) =>
      (await preflight(from)).headers.get("access-control-allow-origin");
    expect(await allowed(pica.origin)).toBe(pica.origin);
    expect(await allowed("https://evil.example")).toBeNull();
    expect(await allowed("https://authkit.picaos.com.evil.example")).toBeNull();
  });

  it.each([
    ["localhost:5173", 200],
    ["127.0.0.1:8787", 200],
    ["127.1.2.3", 200],
    ["[::1]:8787", 200],
    ["app.localhost", 200],
    ["app.example.com", 200],
    ["app.example.com:8443", 200],
    ["evil.example", 421],
    ["app.example.com.evil.example", 421],
    ["localhost.evil.example:8787", 421],
    ["192.168.1.7:8787", 421],
    ["0.0.0.0:8787", 421],
    ["", 421],
    ["a b", 421],
  ])("asked for the host %j answers %i, whatever a proxy's headers say", async (host, status) => {
    for (const path of ["/demo/me", "/api/connect/health"]) {
      const headers = { host, "x-forwarded-host": "localhost:5173" };
      const answer = await server.handler(new Request(`${origin}${path}`, { headers }));
      expect(answer.status).toBe(status);
      if (status === 421) expect((await answer.json()).detail).toContain("ALLOWED_HOSTS");
    }
  });

  it("refuses to start without a key, and says what to do", async () => {
    await expect(createTokenServer({ secretKey: undefined })).rejects.toMatchObject({
      code: "secret_missing",
      message: expect.stringContaining("PICA_SECRET_KEY"),
    });
    await expect(
      createTokenServer({ secretKey: undefined, generation: "one" }),
    ).rejects.toMatchObject({
      code: "secret_missing",
      message: expect.stringContaining("ONE_SECRET_KEY"),
    });
  });

  it("calls Pica or One, depending on the key's variable, and refuses two keys", async () => {
    expect(readSecretKey({})).toEqual({ secretKey: undefined, generation: "pica" });
    expect(readSecretKey({ PICA_SECRET_KEY: "sk_test_p", ONE_SECRET_KEY: "" })).toEqual({
      secretKey: "sk_test_p",
      generation: "pica",
    });
    const chosen = readSecretKey({ ONE_SECRET_KEY: "sk_test_local" });
    expect(chosen).toEqual({ secretKey: "sk_test_local", generation: "one" });
    expect(() =>
      readSecretKey({ PICA_SECRET_KEY: "sk_test_p", ONE_SECRET_KEY: "sk_test_o" }),
    ).toThrow(expect.objectContaining({ code: "secret_ambiguous" }));

    const one = await serveEmulator({ generation: "one" });
    const dataFolder = await copyEmptyDatabase();
    const ours = await createTokenServer({ ...chosen, baseUrl: one.origin, dataFolder });
    const headers = { host: "localhost:8787", "content-type": "application/json" };
    const login = await ours.handler(
      new Request(`${origin}/demo/login`, {
        method: "POST",
        headers: { ...headers, origin },
        body: JSON.stringify({ user: "ann" }),
      }),
    );
    const cookie = login.headers.get("set-cookie")?.split(";")[0] ?? "";
    const catalog = await ours.handler(
      new Request(`${origin}/api/connect/connectors`, { headers: { ...headers, cookie } }),
    );
    expect((await catalog.json()).total).toBe(294);
    await ours.close();
    await one.close();
  });

  it("reads TRUST_PROXY as a number of proxies, and refuses what is none", () => {
    const read = [undefined, "", "0", "false", "true", "1", "2"].map((value) =>
      parseTrustProxy(value),
    );
    expect(read).toEqual([0, 0, 0, 0, 1, 1, 2]);
    for (const value of ["yes", "-1", "1.5", "NaN", "10.0.0.0/8", "1e9"]) {
      expect(() => parseTrustProxy(value)).toThrow(
        expect.objectContaining({
          code: "trust_proxy_malformed",
          message: expect.stringContaining("TRUST_PROXY"),
        }),
      );
    }
  });
});
