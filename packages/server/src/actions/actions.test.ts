import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createHarness, type Harness } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";
import { defineAction } from "./action.ts";

const store = await openTestStore();

const sendMessage = defineAction({
  platform: "gmail",
  method: "POST",
  path: "/users/me/messages/send",
  actionId: "conn_mod_def::send",
  input: z.strictObject({ to: z.email(), subject: z.string().max(100) }),
  request: ({ to, subject }) => ({ body: { raw: btoa(`To: ${to}\nSubject: ${subject}\n\n`) } }),
});
const readMessage = defineAction({
  platform: "gmail",
  method: "GET",
  path: "/users/me/messages/{id}",
  actionId: "conn_mod_def::read",
  input: z.object({ id: z.string(), format: z.string().optional() }),
});
const actions = { sendMessage, readMessage };

async function setUp(options: Parameters<typeof createHarness>[0] = {}) {
  const harness = createHarness({ store, actions, rateLimits: false, ...options });
  const { id, key } = await harness.connectAccount(harness.ann, "gmail");
  const act = (name: string, body: unknown, as = harness.ann, headers = {}) =>
    harness.call(`/connections/${id}/actions/${name}`, { method: "POST", as, body, headers });
  const sent = () =>
    harness.emulator.control.requests().filter(({ path }) => path.includes("/passthrough/"));
  return { ...harness, id, key, act, sent };
}

const message = { to: "ben@example.com", subject: "Hello" };

describe("an action", () => {
  it("is sent as the server registered it, in the connection's name, with nothing of the browser's", async () => {
    const { act, sent, key } = await setUp();
    const answer = await act("sendMessage", message, undefined, {
      cookie2: "x",
      "x-pica-connection-key": "test::gmail::other",
      "x-pica-action-id": "conn_mod_def::delete",
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ labelIds: ["SENT"] });
    expect(sent()).toMatchObject([
      {
        method: "POST",
        path: "/v1/passthrough/users/me/messages/send",
        query: {},
        body: { raw: expect.any(String) },
        headers: {
          "x-pica-secret": "sk_test_local",
          "x-pica-connection-key": key,
          "x-pica-action-id": "conn_mod_def::send",
        },
      },
    ]);
    const names = Object.keys(sent()[0]?.headers ?? {}).sort();
    expect(names).toEqual([
      "accept",
      "content-type",
      "x-pica-action-id",
      "x-pica-connection-key",
      "x-pica-secret",
    ]);
  });

  it("fills its path from the input and sends the rest as the query of a GET", async () => {
    const { act, sent } = await setUp();
    await act("readMessage", { id: "19aa 51", format: "full" });
    expect(sent()).toMatchObject([
      {
        method: "GET",
        path: "/v1/passthrough/users/me/messages/19aa%2051",
        query: { format: "full" },
      },
    ]);
  });

  it.each([{}, { to: "ben" }, { ...message, path: "/admin" }, [], "text"])(
    "is not sent for the input %j",
    async (input) => {
      const { act, sent } = await setUp();
      const answer = await act("sendMessage", input);
      expect(await answer.json()).toMatchObject({ code: "invalid_request" });
      expect(sent()).toEqual([]);
    },
  );

  it("is not sent for somebody else's connection, an unknown name, or another platform", async () => {
    const { act, ben, sent, call, ann, connectAccount } = await setUp();
    expect((await act("sendMessage", message, ben)).status).toBe(404);
    expect((await act("deleteEverything", {})).status).toBe(404);
    expect((await act("toString", {})).status).toBe(404);
    const slack = await connectAccount(ann, "slack");
    const path = `/connections/${slack.id}/actions/sendMessage`;
    expect((await call(path, { method: "POST", as: ann, body: message })).status).toBe(409);
    expect(sent()).toEqual([]);
  });

  it("is not sent when `authorize` refuses it by its name", async () => {
    const { act, sent } = await setUp({
      authorize: ({ action }) => action !== "action:sendMessage" || { reason: "Read only." },
    });
    expect(await (await act("sendMessage", message)).json()).toMatchObject({
      code: "forbidden",
      detail: "Read only.",
    });
    expect(sent()).toEqual([]);
  });

  it("asks to reconnect when the provider no longer accepts the connection", async () => {
    const { act, emulator, key, list, ann } = await setUp();
    emulator.control.setConnectionState({ connection: key, state: "failed" });
    expect(await (await act("sendMessage", message)).json()).toMatchObject({
      code: "provider_refused",
      providerStatus: 401,
      detail: expect.stringContaining("Reconnect"),
    });
    expect((await list(ann)).connections).toMatchObject([{ state: "failed" }]);
  });

  it("passes on how long a busy provider wants to be left alone", async () => {
    const { act, emulator } = await setUp();
    emulator.control.addFault({ kind: "status", status: 429, path: "/v1/passthrough/*" });
    const answer = await act("sendMessage", message);
    expect(answer.headers.get("retry-after")).toBe("60");
    expect(await answer.json()).toMatchObject({ code: "provider_refused", providerStatus: 429 });
  });

  it("hands no page of the provider's to the browser", async () => {
    const { act, emulator } = await setUp();
    emulator.control.addFault({ kind: "html", path: "/v1/passthrough/*" });
    expect(await (await act("sendMessage", message)).json()).toMatchObject({
      code: "upstream_invalid",
    });
  });

  it("is refused at start when its path is not a plain template", () => {
    for (const path of [
      "users",
      "/users//x",
      "/users/../x",
      "/users/{id}x",
      "/a?b=1",
      "/a#b",
      "/{}",
      "//x",
    ]) {
      const start = () => createHarness({ actions: { broken: { ...readMessage, path } } });
      expect(start, path).toThrow(expect.objectContaining({ code: "action_malformed" }));
    }
  });

  it("reaches no address but the template's, whatever the input", async () => {
    const { act, sent, emulator } = await setUp();
    const nasty = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "..",
        ".",
        "../..",
        "a/b",
        "a\\b",
        "%2f",
        "%2e%2e",
        "?x=1",
        "#x",
        "//",
        "",
        "a\nb",
        "@evil",
      ),
      fc
        .array(fc.constantFrom("..", "/", "\\", "%2F", "%", ".", "a", "?", "#", ":", "@"), {
          maxLength: 8,
        })
        .map((parts) => parts.join("")),
    );
    const property = fc.asyncProperty(nasty, fc.option(nasty), async (id, format) => {
      emulator.control.clearRequests();
      const answer = await act("readMessage", { id, ...(format !== null && { format }) });
      for (const request of sent()) {
        expect(request.method).toBe("GET");
        expect(request.path).toMatch(
          /^\/v1\/passthrough\/users\/me\/messages\/(?!\.{1,2}$)[^/?#\\]+$/,
        );
        expect(request.path).not.toMatch(/%2f|%5c|%2e/i);
        expect(Object.keys(request.query).filter((name) => name !== "format")).toEqual([]);
      }
      if (sent().length === 0) expect(answer.status).toBe(400);
    });
    await fc.assert(property, { numRuns: 400 });
  });
});

describe("the last use of a connection", () => {
  const profile = {
    method: "GET",
    path: "/users/me/profile",
    actionId: "conn_mod_def::profile",
  } as const;
  const minute = 60_000;

  async function setUpUses(options: Parameters<typeof setUp>[0] = {}) {
    const harness = await setUp(options);
    const lastUsedAt = async () =>
      (await harness.list(harness.ann)).connections.find(({ id }) => id === harness.id)?.lastUsedAt;
    return { ...harness, lastUsedAt };
  }

  it("is stored by an action and by the passthrough, at most once in five minutes", async () => {
    const { act, connect, id, lastUsedAt, advance } = await setUpUses();
    expect(await lastUsedAt()).toBeUndefined();
    await act("sendMessage", message);
    const first = (await lastUsedAt()) ?? "";
    advance(4 * minute);
    await connect.passthrough(id, profile);
    expect(await lastUsedAt()).toBe(first);
    advance(2 * minute);
    await connect.passthrough(id, profile);
    expect(Date.parse((await lastUsedAt()) ?? "") - Date.parse(first)).toBe(6 * minute);
    expect((await connect.connections.get(id))?.lastUsedAt).toBe(await lastUsedAt());
  });

  it("is not stored when the provider refuses, or is not asked", async () => {
    const { act, connect, id, emulator, lastUsedAt } = await setUpUses();
    await act("sendMessage", {});
    await connect.passthrough(id, { ...profile, path: "/x" });
    emulator.control.addFault({ kind: "status", status: 429, path: "/v1/passthrough/*" });
    await act("sendMessage", message);
    expect(await lastUsedAt()).toBeUndefined();
  });

  it("is not what `describeAccount` asks the provider", async () => {
    const harness: Harness = createHarness({
      store,
      describeAccount: async ({ id }) =>
        String((await harness.connect.passthrough(id, profile)).status),
    });
    const { ann, connect, list, connectAccount } = harness;
    const { id, account } = await connectAccount(ann, "gmail");
    expect(account).toBe("200");
    expect((await list(ann)).connections[0]).not.toHaveProperty("lastUsedAt");
    await connect.passthrough(id, profile);
    expect((await list(ann)).connections[0]).toHaveProperty("lastUsedAt");
  });

  it("fails no action when it cannot be stored", async () => {
    const failing: typeof store = {
      ...store,
      updateConnection: (id, identity, change, now) =>
        "ifLastUsedBefore" in change
          ? Promise.reject(new Error("the disk is full"))
          : store.updateConnection(id, identity, change, now),
    };
    const { act, connect, id, lastUsedAt, log } = await setUpUses({ store: failing });
    expect((await act("sendMessage", message)).status).toBe(200);
    expect((await connect.passthrough(id, profile)).status).toBe(200);
    expect(await lastUsedAt()).toBeUndefined();
    expect(log.join()).toContain("last used could not be stored");
  });
});

describe("the passthrough of the product's own back end", () => {
  it("hands back the provider's answer without its cookies and redirects", async () => {
    const { connect, id } = await setUp();
    const answer = await connect.passthrough(id, {
      method: "GET",
      path: "/users/me/profile",
      actionId: "conn_mod_def::profile",
    });
    expect(answer.status).toBe(200);
    expect([...answer.headers.keys()]).toEqual(["content-type"]);
    const missing = await connect.passthrough(id, { method: "GET", path: "/x", actionId: "a" });
    expect(missing.status).toBe(404);
  });

  it.each([
    "x",
    "/a/../b",
    "/a//b",
    "/a/%2e%2e/b",
    "/a%2fb",
    "/a\\b",
    "/a?b",
    "/a#b",
    "//evil.example",
  ])("refuses the path %s", async (path) => {
    const { connect, id, sent } = await setUp();
    const request = { method: "GET", path, actionId: "a" } as const;
    await expect(connect.passthrough(id, request)).rejects.toMatchObject({
      code: "invalid_request",
    });
    expect(sent()).toEqual([]);
  });

  it("knows no connection by another id", async () => {
    const { connect } = await setUp();
    const request = { method: "GET", path: "/a", actionId: "a" } as const;
    await expect(connect.passthrough(crypto.randomUUID(), request)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
