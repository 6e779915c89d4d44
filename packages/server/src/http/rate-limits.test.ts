import { describe, expect, it } from "vitest";
import { createHarness } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";

const store = await openTestStore();

/** A store that counts for all instances, and lets everything through. */
const countingStore = (onCount: (name: string, key: string) => void) => ({
  ...store,
  createRateLimiter: ({ name }: { name: string }) => ({
    consume: async (key: string) => {
      onCount(name, key);
      return {};
    },
  }),
});

describe("rate limits", () => {
  it("refuse an identity that begins too many sessions, and say when to come back", async () => {
    const { ann, ben, call } = createHarness({ store, rateLimits: { sessions: 5 } });
    const begin = (as: typeof ann) => call("/sessions", { method: "POST", as, body: {} });
    const statuses: number[] = [];
    for (let i = 0; i < 6; i++) statuses.push((await begin(ann)).status);
    expect(statuses).toEqual([201, 201, 201, 201, 201, 429]);
    const refused = await begin(ann);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: "rate_limited" });
    expect((await begin(ben)).status).toBe(201);
  });

  it("count an address whoever is signed in, and believe no forged X-Forwarded-For", async () => {
    const { call } = createHarness({ store, rateLimits: { address: 3 } });
    const address = crypto.randomUUID();
    const statuses: number[] = [];
    for (const forwarded of ["1.1.1.1", "2.2.2.2", "3.3.3.3", "4.4.4.4"]) {
      const headers = { "x-forwarded-for": forwarded };
      statuses.push((await call("/connections", { address, headers })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 429]);
    expect((await call("/connections", { address: crypto.randomUUID() })).status).toBe(401);
  });

  it("read the client's address behind trusted proxies where the client cannot write", async () => {
    const { call } = createHarness({ store, trustProxy: 2, rateLimits: { address: 1 } });
    const client = crypto.randomUUID();
    const status = async (forwarded: string) => {
      const headers = { "x-forwarded-for": forwarded };
      return (await call("/connections", { address: "10.0.0.1", headers })).status;
    };
    expect(await status(`1.1.1.1, ${client}, 10.0.0.2`)).toBe(401);
    expect(await status(`2.2.2.2, ${client}, 10.0.0.2`)).toBe(429);
  });

  it("cost the database nothing for a read, and are shared by all instances for the rest", async () => {
    const counted: string[] = [];
    const { ann, call } = createHarness({ store: countingStore((name) => counted.push(name)) });
    await call("/connections", { as: ann, address: crypto.randomUUID() });
    await call("/connectors", { as: ann, address: crypto.randomUUID() });
    expect(counted).toEqual([]);
    await call("/sessions", { method: "POST", as: ann, body: {} });
    expect(counted).toEqual(["sessions"]);
  });

  it("name nobody in the database, and fit its column however long an id is", async () => {
    const keys: string[] = [];
    const { call } = createHarness({ store: countingStore((_name, key) => keys.push(key)) });
    const begin = (user: string) => call("/sessions", { method: "POST", as: { user }, body: {} });
    const long = "u".repeat(512);
    for (const user of ["u_ann", long, `${long.slice(1)}v`, long]) await begin(user);
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) expect(key).toMatch(/^[\w-]{24}$/);
    expect(keys.join()).not.toContain("u_ann");
  });
});
