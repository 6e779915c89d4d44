import { describe, expect, it } from "vitest";
import { createHarness } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";
import type { ConnectStore } from "../store/connect-store.ts";

const store = await openTestStore();
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe("answers", () => {
  it("are stored by nobody and sniffed by nobody", async () => {
    const { ann, call } = createHarness({ store });
    for (const response of [
      await call("/connections", { as: ann }),
      await call("/sessions", { method: "POST", as: ann, body: {} }),
      await call("/connections"),
      await call("/health"),
    ]) {
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
        "x-request-id": expect.stringMatching(/^[\w-]+$/),
      });
    }
  });

  it("name a field that is not known", async () => {
    const { ann, problem } = createHarness({ store });
    const body = { platform: "gmail", reconnects: "1" };
    const { code, detail } = await problem("/sessions", { method: "POST", as: ann, body });
    expect(code).toBe("invalid_request");
    expect(detail).toContain('"reconnects" is not known here.');
  });

  it("carry a name each, by which its line in the log is found", async () => {
    const { call } = createHarness({ store });
    const ids = new Set<string | null>();
    for (let request = 0; request < 300; request++) {
      ids.add((await call("/health")).headers.get("x-request-id"));
    }
    expect(ids.size).toBe(300);
    for (const id of ids) expect(id).toMatch(uuid);
  });

  it("keep the name that a proxy gave the request, unless it could not stand in a log", async () => {
    const { call } = createHarness({ store });
    const nameFor = async (given: string) => {
      const answer = await call("/health", { headers: { "x-request-id": given } });
      return answer.headers.get("x-request-id");
    };
    expect(await nameFor("edge-4711=")).toBe("edge-4711=");
    for (const unfit of ["two words", '{"level":"error"}', "a".repeat(101)]) {
      expect(await nameFor(unfit)).toMatch(uuid);
    }
  });

  it("say nothing of Pica's own words", async () => {
    const { ann, problem, emulator, session } = createHarness({ store });
    const { id: sessionId } = await session(ann);
    emulator.control.addFault({ kind: "status", status: 403, message: "internal detail hush" });
    const body = { key: "test::gmail::default::x", sessionId };
    const answer = await problem("/connections", { method: "POST", as: ann, body });
    expect(answer.code).toBe("upstream_forbidden");
    expect(JSON.stringify(answer)).not.toContain("hush");
  });

  it.each([
    ["pica", "app.picaos.com"],
    ["one", "app.withone.ai"],
  ] as const)(
    "say what to do about a key that %s refuses, and so does the log",
    async (generation, settings) => {
      const { ann, problem, call, emulator, log } = createHarness(
        { store, pica: { generation } },
        { generation },
      );
      emulator.control.addFault({ kind: "status", status: 401 });
      const { code, detail, requestId } = await problem("/connectors", { as: ann });
      expect(code).toBe("upstream_unauthorized");
      expect(detail).toContain(settings);
      expect(log.find((line) => line.includes(requestId))).toContain(detail);
      log.length = 0;
      await call("/connections", { as: ann });
      expect(log).toEqual([expect.stringContaining(detail)]);
      expect(log.join()).not.toContain("sk_test");
    },
  );

  it("say nothing of what failed inside", async () => {
    const authenticate = () => {
      throw new Error("SELECT * FROM sessions WHERE secret = 'hush'");
    };
    const { problem } = createHarness({ store, authenticate });
    const answer = await problem("/connections");
    expect(answer).toMatchObject({ code: "internal", status: 500 });
    expect(JSON.stringify(answer)).not.toMatch(/SELECT|hush/);
  });

  it.each([
    ["text", "no session for u_1"],
    ["nothing", undefined],
    ["an object", { status: 302 }],
    ["a failure of the login", new Response("down", { status: 503 })],
  ])(
    "are problems too when the product's code throws %s in place of an error",
    async (_what, thrown) => {
      const fail = () => {
        throw thrown;
      };
      const { problem, log } = createHarness({ store, authenticate: fail });
      expect(await problem("/connections")).toMatchObject({ code: "internal", status: 500 });
      expect(log.join()).toMatch(/error A request failed unexpectedly.*no Error/);
      expect(log.join()).not.toContain("u_1");

      const { ann, problem: problemOf } = createHarness({ store, authorize: fail });
      const begin = { method: "POST", as: ann, body: {} };
      expect(await problemOf("/sessions", begin)).toMatchObject({ code: "internal" });
    },
  );

  it("say that nobody is signed in when the product's login redirects by a thrown Response", async () => {
    const authenticate = () => {
      throw new Response(null, { status: 302, headers: { location: "/login" } });
    };
    const { call, log } = createHarness({ store, authenticate });
    const answer = await call("/connections");
    expect(answer.status).toBe(401);
    expect(answer.headers.get("x-request-id")).not.toBeNull();
    expect(await answer.json()).toMatchObject({ code: "unauthorized" });
    expect(log).toEqual([]);
  });

  it.each([null, undefined])(
    "say that nobody is signed in when authenticate returns %s",
    async (nobody) => {
      const sessions = new Map([["session=ann", { userId: "u_ann" }]]);
      const { call, log } = createHarness({
        store,
        authenticate: (request) => {
          const session = sessions.get(request.headers.get("cookie") ?? "") ?? nobody;
          return session && { user: session.userId };
        },
      });
      const answer = await call("/connections");
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ code: "unauthorized" });
      expect(log).toEqual([]);
      const cookie = "session=ann";
      expect((await call("/connections", { headers: { cookie } })).status).toBe(200);
    },
  );

  it("carry no image address that could run or track", async () => {
    const images = [
      "javascript:alert(1)",
      "data:image/svg+xml,<svg/onload=alert(1)>",
      "http://cdn.example/x.svg",
      "//cdn.example/x.svg",
      "https://cdn.example/x.svg",
    ];
    const catalog = images.map((image, i) => ({ platform: `p-${i}`, name: `P ${i}`, image }));
    const { ann, call } = createHarness({ store }, { catalog });
    const { connectors } = await (await call("/connectors", { as: ann })).json();
    expect(connectors.map(({ image }: { image: string | null }) => image)).toEqual([
      null,
      null,
      null,
      null,
      "https://cdn.example/x.svg",
    ]);
  });

  it("tell a load balancer how things last were, without asking anybody", async () => {
    const { ann, call, list, emulator, upstream, advance } = createHarness({ store });
    const health = async () => (await call("/health")).json();
    expect(await health()).toMatchObject({ status: "ok", pica: { status: "unknown", age: null } });
    await list(ann);
    advance(5_000);
    const before = upstream().length;
    expect(await health()).toMatchObject({
      status: "ok",
      database: { status: "ok" },
      pica: { status: "ok", age: expect.closeTo(5_000, -3) },
    });
    expect(upstream()).toHaveLength(before);
    emulator.control.addFault({ kind: "status", status: 500 });
    advance(15_000);
    await list(ann);
    expect(await health()).toMatchObject({ status: "degraded", pica: { status: "failing" } });
  });

  it("tell a load balancer that the database is back, though it sends nobody meanwhile", async () => {
    let isDown = true;
    const probed: string[] = [];
    const failing = new Proxy(store, {
      get: (target, name: keyof ConnectStore) => {
        if (!name.startsWith("find")) return target[name];
        return async (...args: never[]) => {
          probed.push(name);
          if (isDown) throw new Error("connection terminated");
          return Reflect.apply(target[name] as () => unknown, target, args);
        };
      },
    });
    const { ann, call, advance } = createHarness({ store: failing });
    const health = async () => (await call("/health")).status;
    expect((await call("/connections", { as: ann })).status).toBe(503);
    expect(await health()).toBe(503);
    probed.length = 0;
    advance(4_000);
    expect(await health()).toBe(503);
    expect(probed).toEqual([]);
    isDown = false;
    advance(2_000);
    // It does not wait for what it asks, and asks once however often it is read.
    expect(await Promise.all([health(), health(), health()])).toEqual([503, 503, 503]);
    await expect.poll(health).toBe(200);
    expect(probed).toEqual(["findSession"]);
  });

  it("tell a load balancer of a database that was away at the start and has come", async () => {
    let isDown = true;
    const absent = {
      ...store,
      migrate: async () => {
        if (isDown) throw new Error("connect ECONNREFUSED");
        await store.migrate();
      },
    };
    const { ann, call, advance } = createHarness({ store: absent });
    const health = async () => (await call("/health")).status;
    expect((await call("/connections", { as: ann })).status).toBe(503);
    isDown = false;
    advance(5_000);
    expect(await health()).toBe(503);
    await expect.poll(health).toBe(200);
  });

  it("take no instance out of service for data that the database refuses", async () => {
    const refusing = {
      ...store,
      findConnections: async () => {
        throw Object.assign(new Error("invalid byte sequence"), { code: "22021" });
      },
    };
    const { ann, call, problem } = createHarness({ store: refusing });
    expect(await problem("/connections", { as: ann })).toMatchObject({ code: "internal" });
    expect((await call("/health")).status).toBe(200);
  });
});
