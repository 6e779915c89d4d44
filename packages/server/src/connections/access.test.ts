import { connectionAccesses } from "@authkit-ui/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createHarness, type Harness } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";
import { type ActionMethod, defineAction } from "../actions/action.ts";

const store = await openTestStore();
const methods: readonly ActionMethod[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];
const effects = [undefined, "read", "write"] as const;

const sendMessage = defineAction({
  platform: "gmail",
  method: "POST",
  path: "/users/me/messages/send",
  actionId: "conn_mod_def::send",
  input: z.unknown(),
});
const profile = {
  method: "GET",
  path: "/users/me/profile",
  actionId: "conn_mod_def::profile",
} as const;

async function setUp(options: Parameters<typeof createHarness>[0] = {}) {
  let beforeProvider = async () => {};
  const harness = createHarness({
    store,
    rateLimits: false,
    access: { default: "full" },
    actions: { sendMessage },
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (request.url.includes("/passthrough/")) await beforeProvider();
      return harness.emulator.fetch(request);
    },
    ...options,
  });
  const { ann, call, problem } = harness;
  const connection = await harness.connectAccount(ann, "gmail");
  const path = `/connections/${connection.id}`;
  const patch = (body: unknown, as = ann) => ({ method: "PATCH", as, body });
  const act = (name = "sendMessage") =>
    call(`${path}/actions/${name}`, { method: "POST", as: ann, body: { raw: "x" } });
  return {
    ...harness,
    connection,
    path,
    act,
    /** Keeps requests from the provider until they are released. */
    hold: () => {
      let release = () => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      const arrived = new Promise<void>((resolve) => {
        beforeProvider = () => {
          resolve();
          return released;
        };
      });
      return { arrived, release };
    },
    setAccess: async (access: unknown) => (await call(path, patch({ access }))).json(),
    refusal: (body: unknown, as = ann) => problem(path, patch(body, as)),
    sent: () => harness.upstream("/passthrough/"),
  };
}

const sendRequest = {
  method: "POST",
  path: sendMessage.path,
  actionId: sendMessage.actionId,
  body: { raw: "x" },
} as const;

describe("what an account may be used for", () => {
  it("is asked of every action and passthrough, whatever the method, level and effect", async () => {
    const actions = Object.fromEntries(
      methods.flatMap((method) =>
        effects.map((effect) => {
          const action = defineAction({ ...sendMessage, method, effect });
          return [`${method}-${effect}`, action] as const;
        }),
      ),
    );
    const { connect, connection, act, setAccess, sent, emulator } = await setUp({ actions });
    const property = fc.asyncProperty(
      fc.constantFrom(...methods),
      fc.constantFrom(...connectionAccesses),
      fc.constantFrom(...effects),
      async (method, access, effect) => {
        await setAccess(access);
        emulator.control.clearRequests();
        const isRead = effect === undefined ? method === "GET" : effect === "read";
        const isAllowed = access === "full" || (access === "read" && isRead);

        const answer = await act(`${method}-${effect}`);
        expect(answer.status === 403).toBe(!isAllowed);
        if (!isAllowed) expect(await answer.json()).toMatchObject({ code: "access_denied" });

        const request = { method, effect, path: sendMessage.path, actionId: "a" };
        const passed = connect.passthrough(connection.id, request);
        if (isAllowed) await passed;
        else await expect(passed).rejects.toMatchObject({ code: "access_denied", status: 403 });
        expect(sent()).toHaveLength(isAllowed ? 2 : 0);
      },
    );
    await fc.assert(property, { numRuns: 150 });
  });

  it("is the product's default until the person chooses, also for accounts from before", async () => {
    const before = await setUp({ access: undefined });
    expect(before.connection).not.toHaveProperty("access");
    expect(before.connection.can).not.toHaveProperty("setAccess");
    const { ann, connection } = before;
    const { list, connect, call } = createHarness({
      store,
      access: { default: "read" },
      fetch: (input, init) => before.emulator.fetch(new Request(input, init)),
    });
    const own = async () => (await list(ann)).connections.find(({ id }) => id === connection.id);
    expect(await own()).toMatchObject({ access: "read", can: { setAccess: true } });
    expect(await connect.connections.get(connection.id)).toMatchObject({ access: "read" });
    const chosen = await call(before.path, { method: "PATCH", as: ann, body: { access: "full" } });
    expect(await chosen.json()).toMatchObject({ id: connection.id, access: "full", name: null });
    expect(await own()).toMatchObject({ access: "full" });
  });

  it("holds in a process that was started without levels, which cannot change it", async () => {
    const first = await setUp();
    await first.setAccess("off");
    const { connect, list, problem } = createHarness({ store });
    await expect(connect.passthrough(first.connection.id, profile)).rejects.toMatchObject({
      code: "access_denied",
    });
    const [row] = (await list(first.ann)).connections;
    expect(row?.can).not.toHaveProperty("setAccess");
    const body = { access: "full" };
    expect(await problem(first.path, { method: "PATCH", as: first.ann, body })).toMatchObject({
      code: "invalid_request",
      detail: expect.stringContaining("`access`"),
    });
  });

  it("is kept over a reconnect, which gives the account another key", async () => {
    const { ann, connection, setAccess, connectAccount, act, sent } = await setUp();
    await setAccess("read");
    const reconnected = await connectAccount(ann, "gmail", { reconnectId: connection.id });
    expect(reconnected).toMatchObject({ id: connection.id, access: "read" });
    expect(reconnected.key).not.toBe(connection.key);
    expect((await act()).status).toBe(403);
    expect(sent()).toEqual([]);
  });

  it("cannot be changed by another person, nor by one who is refused", async () => {
    const reason = "Ask an admin of your team.";
    const { ben, connection, refusal, list, ann } = await setUp({
      authorize: ({ action }) => (action === "set-access" ? { reason } : true),
    });
    expect(connection.can.setAccess).toEqual({ reason });
    expect(await refusal({ access: "off" }, ben)).toMatchObject({ status: 404 });
    expect(await refusal({ access: "off" })).toMatchObject({ code: "forbidden", detail: reason });
    expect((await list(ann)).connections).toMatchObject([{ access: "full" }]);
  });

  it.each([
    {},
    { access: "write" },
    { access: null },
    { access: "read", name: "Work" },
    { access: "read", state: "operational" },
    ["read"],
  ])("is not changed by %j", async (body) => {
    const { refusal, list, ann } = await setUp();
    expect(await refusal(body)).toMatchObject({ code: "invalid_request", status: 400 });
    expect((await list(ann)).connections).toMatchObject([{ access: "full", name: null }]);
  });

  it("lets no second call through that begins after another tab has changed it", async () => {
    const { act, setAccess, sent, hold } = await setUp();
    const { arrived, release } = hold();
    const first = act();
    await arrived;
    // The first call is at the provider; the change neither waits for it nor takes it back.
    expect(await setAccess("read")).toMatchObject({ access: "read" });
    const second = await act();
    expect(await second.json()).toMatchObject({
      code: "access_denied",
      title: "Not allowed for this account",
      detail: expect.stringContaining("may only be read"),
    });
    release();
    expect((await first).status).toBe(200);
    expect(sent()).toHaveLength(1);
  });
});

describe("describeAccount", () => {
  it("may read an account that is off, and may not change anything in it", async () => {
    const codes: unknown[] = [];
    const harness: Harness = createHarness({
      store,
      access: { default: "off" },
      describeAccount: async ({ id }) => {
        const { passthrough } = harness.connect;
        await passthrough(id, sendRequest).catch(({ code }) => codes.push(code));
        return String((await passthrough(id, profile)).status);
      },
    });
    const { id, ...connection } = await harness.connectAccount(harness.ann, "gmail");
    expect(connection).toMatchObject({ access: "off", account: "200" });
    expect(codes).toEqual(["access_denied"]);
    expect(harness.upstream("/passthrough/")).toEqual(["GET /v1/passthrough/users/me/profile"]);
    await expect(harness.connect.passthrough(id, profile)).rejects.toMatchObject({
      code: "access_denied",
    });
  });
});
