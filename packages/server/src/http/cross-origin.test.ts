import { describe, expect, it } from "vitest";
import { authKitOrigin, createHarness, ownOrigin } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";

const store = await openTestStore();
const evil = "https://evil.example";

const preflight = (origin: string, headers = "authorization, content-type") => ({
  method: "OPTIONS",
  headers: {
    origin,
    "access-control-request-method": "POST",
    "access-control-request-headers": headers,
  },
});

describe("cross-origin rules", () => {
  it("lets AuthKit's page alone read /token, with two headers and no credentials", async () => {
    const { ann, session, token, call } = createHarness({ store });
    const allowed = await call("/token", preflight(authKitOrigin));
    expect(allowed.status).toBe(204);
    expect(Object.fromEntries(allowed.headers)).toMatchObject({
      "access-control-allow-origin": authKitOrigin,
      "access-control-allow-methods": "POST",
      "access-control-allow-headers": "authorization,content-type",
      vary: expect.stringMatching(/origin/i),
    });
    const { ticket } = await session(ann);
    const answer = await token(ticket);
    expect(answer.headers.get("access-control-allow-origin")).toBe(authKitOrigin);
    for (const response of [allowed, answer]) {
      expect(response.headers.get("access-control-allow-credentials")).toBeNull();
    }
  });

  it("shows AuthKit's page its problems too, so that it can name them", async () => {
    const { token } = createHarness({ store });
    const answer = await token("forged");
    expect(answer.status).toBe(401);
    expect(answer.headers.get("access-control-allow-origin")).toBe(authKitOrigin);
  });

  it.each([evil, `${authKitOrigin}.evil.example`, `${authKitOrigin}:8080`, "null", ownOrigin])(
    "gives %s no header for /token",
    async (origin) => {
      const { call } = createHarness({ store });
      const answers = [
        await call("/token", preflight(origin)),
        await call("/token", { method: "POST", headers: { origin } }),
      ];
      for (const { headers } of answers) {
        const names = [...headers.keys()];
        expect(names.filter((name) => name.startsWith("access-control"))).toEqual([]);
        expect(headers.get("vary")).toMatch(/origin/i);
      }
    },
  );

  it("lets allowed origins of the product call with credentials, and no others", async () => {
    const app = "https://app.example.com";
    const { ann, call } = createHarness({ store, allowedOrigins: [app] });
    const read = (origin: string) => call("/connections", { as: ann, headers: { origin } });
    const allowed = await read(app);
    expect(Object.fromEntries(allowed.headers)).toMatchObject({
      "access-control-allow-origin": app,
      "access-control-allow-credentials": "true",
      vary: expect.stringMatching(/origin/i),
    });
    const asked = await call("/connections/x", preflight(app, "content-type, x-csrf"));
    expect(asked.headers.get("access-control-allow-headers")).toBe("content-type,x-csrf");
    const other = await read(`${app}.evil.example`);
    expect(other.status).toBe(403);
    expect(other.headers.get("access-control-allow-origin")).toBeNull();
  });

  it("knows its own origin by option, else by Host, and by forwarded headers only behind a trusted proxy", async () => {
    const origin = "https://app.example.com";
    const forwarded = { origin, "x-forwarded-host": "app.example.com" };
    const status = async (options: object, headers: Record<string, string>) => {
      const { ann, call } = createHarness({ store, ...options });
      return (await call("/connections", { as: ann, headers })).status;
    };
    expect(await status({ origin }, { origin })).toBe(200);
    expect(await status({ origin }, { origin: ownOrigin })).toBe(403);
    expect(await status({}, forwarded)).toBe(403);
    expect(await status({ trustProxy: true }, forwarded)).toBe(200);
    expect(await status({}, { origin, host: "app.example.com" })).toBe(200);
  });

  it.each([
    "capacitor://localhost",
    "tauri://localhost",
    "http://tauri.localhost",
    "chrome-extension://abcdefghijklmnopabcdefghijklmnop",
    "moz-extension://0fa8a0a5-6d3c-4f0e-9b1c-0d4d4f5a7a11",
  ])("lets a page of %s call when it is allowed, by its exact origin", async (app) => {
    const { ann, call } = createHarness({ store, allowedOrigins: [app] });
    const begin = (origin: string) =>
      call("/sessions", { method: "POST", as: ann, body: {}, headers: { origin } });
    const allowed = await begin(app);
    expect(allowed.status).toBe(201);
    expect(allowed.headers.get("access-control-allow-origin")).toBe(app);
    expect(allowed.headers.get("access-control-allow-credentials")).toBe("true");
    const asked = await call("/connections/x", preflight(app, "content-type"));
    expect(asked.headers.get("access-control-allow-origin")).toBe(app);
    for (const other of [`${app}/`, `${app}.evil`, app.toUpperCase(), app.slice(0, -1), "null"]) {
      const refused = await begin(other);
      expect(refused.status).toBe(403);
      expect(refused.headers.get("access-control-allow-origin")).toBeNull();
    }
  });

  it("takes no page of a native shell for its own, though the host is the same", async () => {
    const { ann, call } = createHarness({ store });
    const statusOf = async (origin: string) =>
      (await call("/connections", { as: ann, headers: { origin, host: "localhost" } })).status;
    expect(await statusOf("http://localhost")).toBe(200);
    expect(await statusOf("capacitor://localhost")).toBe(403);
  });
});

describe("a refused origin", () => {
  it.each([
    ["another site's", "https://evil.example"],
    ["the product's own", ownOrigin],
  ])("gets no token for a good ticket from %s page", async (_whose, origin) => {
    const { ann, session, call } = createHarness({ store });
    const { ticket } = await session(ann);
    const refused = await call("/token", {
      method: "POST",
      headers: { authorization: `Bearer ${ticket}`, origin },
    });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ code: "origin_not_allowed" });
  });

  it("is logged with the reference that the person is shown", async () => {
    const { ann, call, log } = createHarness({ store });
    const headers = { origin: "https://evil.example" };
    const refused = await call("/sessions", { method: "POST", as: ann, body: {}, headers });
    const { requestId } = (await refused.json()) as { requestId: string };
    expect(log.filter((line) => line.includes(requestId))).toEqual([
      expect.stringContaining("origin_not_allowed"),
    ]);
  });

  const origin = "http://localhost:5173";
  const detailOf = async (options: object, headers: Record<string, string>) => {
    const { ann, problem } = createHarness({ store, ...options });
    const answer = await problem("/sessions", { method: "POST", as: ann, body: {}, headers });
    expect(answer).toMatchObject({ code: "origin_not_allowed", status: 403 });
    return answer.detail;
  };

  it("is told which Host and Origin the server saw, and how to keep Host", async () => {
    const detail = await detailOf({}, { origin, host: "127.0.0.1:8787" });
    expect(detail).toContain('"http://localhost:5173"');
    expect(detail).toContain('"127.0.0.1:8787"');
    expect(detail).toContain("changeOrigin: false");
    expect(detail).toContain("`origin`");
    expect(detail).toContain("`allowedOrigins`");
  });

  it("is told of trustProxy when the proxy says what the page asked for", async () => {
    const detail = await detailOf(
      {},
      { origin, host: "127.0.0.1:8787", "x-forwarded-host": "localhost:5173" },
    );
    expect(detail).toContain("`trustProxy`");
    expect(detail).toContain('"localhost:5173"');
  });

  it("is told of the option that names another origin", async () => {
    const detail = await detailOf({ origin: "https://app.example.com" }, { origin });
    expect(detail).toContain('"https://app.example.com"');
    expect(detail).toContain("Correct `origin`");
  });

  it("is told that a page without an origin is never allowed", async () => {
    expect(await detailOf({}, { origin: "null" })).toContain("never allowed");
  });

  it("reads nothing of the request but the two headers, and not much of them", async () => {
    const { ann } = createHarness({ store });
    const detail = await detailOf(
      {},
      {
        origin: `https://${"x".repeat(5_000)}.example`,
        host: "127.0.0.1:8787",
        authorization: "Bearer secret-hush",
      },
    );
    expect(detail.length).toBeLessThan(800);
    expect(detail).not.toContain("hush");
    expect(detail).not.toContain(ann.user);
  });
});
