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
});
