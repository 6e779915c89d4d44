import { describe, expect, it } from "vitest";
import { createHarness } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";

const store = await openTestStore();

const odd = [
  "a b",
  "a:b",
  "true",
  "false",
  "Zoë",
  "x".repeat(300),
  "auth0|64f",
  "ann@example.com",
  "../../admin",
];

describe("identities", () => {
  it.each(odd)("named %s keep apart, and find their connections again", async (id) => {
    const viewer = { user: id };
    const { list, emulator, session, call, token } = createHarness({ store });
    const { id: sessionId, ticket } = await session(viewer);
    expect((await token(ticket)).status).toBe(200);
    const mint = emulator.control.requests().find(({ path }) => path.endsWith("/authkit"));
    const { identity } = (mint?.body ?? {}) as { identity: string };
    // What Pica keeps and filters as it is.
    expect(identity).toMatch(/^(?!true$|false$)[\w.@|+-]{1,128}$/);

    const { key } = emulator.control.createConnection({ platform: "gmail", identity });
    const body = { key, sessionId };
    expect((await call("/connections", { method: "POST", as: viewer, body })).status).toBe(201);
    const { connections } = await list(viewer);
    expect(connections).toMatchObject([{ key }]);
    const path = `/connections/${connections[0]?.id}`;
    expect((await call(path, { method: "DELETE", as: viewer })).status).toBe(204);
  });

  it("that read as the digest of another do not share its connections", async () => {
    const { emulator, session, token, list } = createHarness({ store });
    const written = async (user: string) => {
      const { ticket } = await session({ user });
      await token(ticket);
      const mints = emulator.control.requests().filter(({ path }) => path.endsWith("/authkit"));
      const { identity } = (mints.at(-1)?.body ?? {}) as { identity: string };
      return identity;
    };
    const victim = "ann okafor";
    const digest = await written(victim);
    expect(digest).toMatch(/^sha256-[0-9a-f]{64}$/);
    expect(await written(digest)).not.toBe(digest);
    emulator.control.createConnection({ platform: "gmail", identity: digest });
    expect((await list({ user: digest })).connections).toEqual([]);
    expect((await list({ user: victim })).connections).toHaveLength(1);
  });

  it("may be written at Pica as the product wrote them before", async () => {
    const { ann, list, emulator } = createHarness({
      store,
      picaIdentity: ({ type, id }) => `${type}-${id}`,
    });
    const { key } = emulator.control.createConnection({
      platform: "gmail",
      identity: `user-${ann.user}`,
    });
    expect((await list(ann)).connections).toMatchObject([{ key }]);
  });

  it.each(["", 7, {}, "x".repeat(600), "a\u0000b"])(
    "that cannot be one (%j) are refused before Pica is asked",
    async (id) => {
      const authenticate = (() => ({ user: id })) as never;
      const { problem, emulator, log } = createHarness({ store, authenticate });
      expect(await problem("/connections")).toMatchObject({ code: "internal" });
      expect(emulator.control.requests()).toEqual([]);
      expect(log.join()).toContain("identity_malformed");
    },
  );
});
