import type { AgentOutcome, Connection, ConnectionRequest } from "@authkit-ui/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createHarness, type Harness } from "../../test/harness.ts";
import { openOwnStore, openTestStore } from "../../test/test-store.ts";
import { defineAction } from "../actions/action.ts";
import type { Viewer } from "../identity/identity.ts";

const store = await openTestStore();
const day = 24 * 60 * 60 * 1000;

const actions = {
  sendMessage: defineAction({
    platform: "gmail",
    method: "POST",
    path: "/users/me/messages/send",
    actionId: "conn_mod_def::send",
    description: "Sends an e-mail.",
    input: z.strictObject({ to: z.email(), subject: z.string().max(100) }),
    request: ({ to, subject }) => ({ body: { raw: btoa(`To: ${to}\nSubject: ${subject}\n\n`) } }),
  }),
  readMessage: defineAction({
    platform: "gmail",
    method: "GET",
    path: "/users/me/messages/{id}",
    actionId: "conn_mod_def::read",
    input: z.object({ id: z.string(), format: z.string().optional() }),
  }),
};

const input = { to: "ben@example.com", subject: "Hello" };

function setUp(options: Parameters<typeof createHarness>[0] = {}) {
  const harness = createHarness({ store, actions, rateLimits: false, ...options });
  const agent = harness.connect.agent(harness.ann);
  const send = (callId: string, rest: object = {}) =>
    agent.call({ callId, tool: "sendMessage", input, ...rest });
  const sent = () =>
    harness.emulator.control.requests().filter(({ path }) => path.includes("/passthrough/"));
  const path = (id: string) => `/connection-requests/${id}`;
  const request = async (id: string, as: Viewer = harness.ann): Promise<ConnectionRequest> =>
    (await harness.call(path(id), { as })).json();
  const answer = (id: string, body: object, as: Viewer = harness.ann) =>
    harness.call(path(id), { method: "POST", as, body });
  const continueCall = (id: string, as: Viewer = harness.ann) =>
    harness.call(`${path(id)}/continue`, { method: "POST", as });
  return { ...harness, agent, send, sent, request, answer, continueCall };
}

/** The outcome of a call that must wait for the person. */
function required(outcome: AgentOutcome) {
  if (outcome.status !== "connection_required") throw new Error(JSON.stringify(outcome));
  return outcome;
}

const breakConnection = ({ emulator, advance }: Harness, { key }: Pick<Connection, "key">) => {
  emulator.control.setConnectionState({ connection: key, state: "failed" });
  advance(20_000);
};

/** A promise that the test resolves. */
function createGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const done = { status: "done", result: { labelIds: ["SENT"] } };

describe("the tools of an agent", () => {
  it("are the registered actions, with what their schemas say", () => {
    expect(setUp().agent.tools()).toEqual([
      {
        name: "sendMessage",
        description: "Sends an e-mail.",
        inputSchema: expect.objectContaining({
          type: "object",
          required: ["to", "subject"],
          additionalProperties: false,
        }),
        effect: "write",
        platform: "gmail",
      },
      expect.objectContaining({ name: "readMessage", effect: "read" }),
    ]);
  });

  it("take the JSON Schema and the effect that the product wrote", () => {
    const inputSchema = { type: "object", properties: { q: { type: "string" } } };
    const search = defineAction({
      platform: "gmail",
      method: "POST",
      path: "/search",
      actionId: "conn_mod_def::search",
      effect: "read",
      inputSchema,
      input: z.unknown(),
    });
    expect(setUp({ actions: { search } }).agent.tools()).toMatchObject([
      { name: "search", effect: "read", inputSchema },
    ]);
  });

  it.each([
    ["has no JSON Schema", { "~standard": { ...z.string()["~standard"], jsonSchema: undefined } }],
    ["cannot be written as JSON Schema", z.object({ when: z.date() })],
    ["is not an object", z.string()],
  ])(
    "cannot be made of an action whose input %s, and the error says what to pass",
    (_what, schema) => {
      const broken = defineAction({ ...actions.readMessage, input: schema as z.ZodType });
      const tools = () => setUp({ actions: { broken } }).agent.tools();
      expect(tools).toThrow(expect.objectContaining({ code: "action_malformed" }));
      expect(tools).toThrow(/"broken".*inputSchema/s);
    },
  );
});

describe("a call of an agent", () => {
  it("runs with the only account that works, and returns what the provider said", async () => {
    const { ann, connectAccount, send, sent, list } = setUp();
    const { id, key } = await connectAccount(ann, "gmail");
    await connectAccount(ann, "slack");
    expect(await send("1")).toMatchObject({ ...done, connectionId: id });
    expect(sent()).toMatchObject([
      {
        method: "POST",
        path: "/v1/passthrough/users/me/messages/send",
        headers: { "x-pica-connection-key": key, "x-pica-action-id": "conn_mod_def::send" },
      },
    ]);
    const { connections } = await list(ann);
    expect(connections.map(({ lastUsedAt }) => lastUsedAt !== undefined).sort()).toEqual([
      false,
      true,
    ]);
  });

  it("waits for an account that is missing, and runs once when that is connected", async () => {
    const { ann, agent, connectAccount, send, sent, request, answer } = setUp();
    const { requestId, ...outcome } = required(await send("1"));
    expect(outcome).toMatchObject({ platform: "gmail", reason: "missing" });
    expect(outcome.request).toEqual(await request(requestId));
    expect(outcome.request).toMatchObject({
      id: requestId,
      status: "pending",
      action: "sendMessage",
      identityType: "user",
      candidates: [],
    });
    expect(await agent.resolve(requestId)).toMatchObject({ status: "connection_required" });
    expect(sent()).toEqual([]);

    const { id } = await connectAccount(ann, "gmail");
    expect(await request(requestId)).toMatchObject({ status: "connected", connectionId: id });
    expect(await (await answer(requestId, { connectionId: id })).json()).toMatchObject({
      status: "connected",
      connectionId: id,
    });
    expect(sent()).toEqual([]);
    const outcomes = await Promise.all([
      agent.resolve(requestId),
      agent.resolve(requestId),
      send("1"),
    ]);
    const doneWithIt = { ...done, connectionId: id };
    expect(outcomes).toMatchObject([doneWithIt, doneWithIt, doneWithIt]);
    expect(await agent.resolve(requestId)).toMatchObject(doneWithIt);
    expect(await request(requestId)).toMatchObject({ status: "connected", connectionId: id });
    expect(sent()).toHaveLength(1);
  });

  it("runs once when the person's page continues it, however often the page asks", async () => {
    const { ann, connectAccount, send, sent, continueCall } = setUp();
    const { requestId } = required(await send("1"));
    const early = await continueCall(requestId);
    expect([early.status, await early.json()]).toMatchObject([
      200,
      { status: "connection_required", requestId, request: { status: "pending" } },
    ]);
    const { id } = await connectAccount(ann, "gmail");
    const answers = await Promise.all([continueCall(requestId), continueCall(requestId)]);
    for (const response of answers) {
      expect(await response.json()).toMatchObject({ ...done, connectionId: id });
    }
    expect(sent()).toHaveLength(1);
  });

  it("still waits when the database fails while the person's page continues it", async () => {
    let isDown = false;
    const updateAgentCall: typeof store.updateAgentCall = async (...change) => {
      if (isDown) throw new Error("connection terminated");
      return store.updateAgentCall(...change);
    };
    const failing = new Proxy(store, {
      get: (target, name) =>
        name === "updateAgentCall" ? updateAgentCall : Reflect.get(target, name),
    });
    const { ann, connectAccount, send, sent, continueCall } = setUp({ store: failing });
    const { requestId } = required(await send("1"));
    await connectAccount(ann, "gmail");
    isDown = true;
    expect((await continueCall(requestId)).status).toBe(503);
    expect(sent()).toEqual([]);
    isDown = false;
    expect(await (await continueCall(requestId)).json()).toMatchObject(done);
    expect(sent()).toHaveLength(1);
  });

  it("takes the place of the same call that has waited before it, so that only one runs", async () => {
    const { ann, advance, connectAccount, send, sent, request, continueCall } = setUp();
    const first = required(await send("1"));
    advance(5_000);
    const second = required(await send("2"));
    expect(await request(first.requestId)).toMatchObject({ status: "unavailable" });
    await connectAccount(ann, "gmail");
    const outcomes = [await continueCall(first.requestId), await continueCall(second.requestId)];
    expect(await Promise.all(outcomes.map((response) => response.json()))).toMatchObject([
      { status: "unavailable" },
      done,
    ]);
    expect(await send("1")).toMatchObject({ status: "unavailable" });
    expect(sent()).toHaveLength(1);
  });

  it("leaves calls alone that have another input, only read, or belong to the same step", async () => {
    const { ann, advance, agent, connectAccount, send, sent, continueCall } = setUp();
    const read = { tool: "readMessage", input: { id: "19aa51" } };
    const waiting = [
      required(await send("1")),
      required(await send("2")),
      required(await send("3", { input: { ...input, subject: "Bye" } })),
      required(await agent.call({ callId: "4", ...read })),
    ];
    advance(5_000);
    required(await agent.call({ callId: "5", ...read }));
    await connectAccount(ann, "gmail");
    for (const { requestId } of waiting) {
      const { status } = await (await continueCall(requestId)).json();
      expect(status).not.toBe("unavailable");
    }
    expect(sent()).toHaveLength(4);
  });

  it("is declined by the person, and stays so", async () => {
    const { ann, agent, connectAccount, send, sent, request, answer } = setUp();
    const { requestId } = required(await send("1"));
    expect(await (await answer(requestId, { declined: true })).json()).toMatchObject({
      status: "declined",
    });
    expect((await answer(requestId, { declined: true })).status).toBe(200);
    const { id } = await connectAccount(ann, "gmail");
    expect((await answer(requestId, { connectionId: id })).status).toBe(409);
    const declined = { status: "declined", requestId, platform: "gmail" };
    expect(await agent.resolve(requestId)).toEqual(declined);
    expect(await send("1")).toEqual(declined);
    expect(await request(requestId)).toMatchObject({ status: "declined" });
    expect(sent()).toEqual([]);
  });

  it("waits for the reconnect of a broken account, which keeps its id, and then runs with its new key", async () => {
    const harness = setUp();
    const { ann, agent, connectAccount, send, sent, request } = harness;
    const account = await connectAccount(ann, "gmail");
    breakConnection(harness, account);
    const { requestId, reason, candidates } = required(await send("1"));
    expect({ reason, candidates }).toMatchObject({
      reason: "broken",
      candidates: [{ id: account.id, state: "failed" }],
    });
    expect((await request(requestId)).candidates).toMatchObject([{ id: account.id }]);
    const mended = await connectAccount(ann, "gmail", { reconnectId: account.id });
    expect(mended.id).toBe(account.id);
    expect(await request(requestId)).toMatchObject({
      status: "connected",
      connectionId: account.id,
    });
    expect(await agent.resolve(requestId)).toMatchObject(done);
    expect(sent()).toMatchObject([{ headers: { "x-pica-connection-key": mended.key } }]);
  });

  it("waits for the reconnect of an account that only the provider knows to be broken", async () => {
    const { ann, agent, connectAccount, emulator, list, send, sent } = setUp();
    const account = await connectAccount(ann, "gmail");
    await list(ann);
    emulator.control.setConnectionState({ connection: account.key, state: "failed" });
    const { requestId, reason } = required(await send("1"));
    expect(reason).toBe("broken");
    await connectAccount(ann, "gmail", { reconnectId: account.id });
    expect(await agent.resolve(requestId)).toMatchObject(done);
    expect(sent()).toHaveLength(2);
  });

  it("lets the person choose between two accounts and never guesses", async () => {
    const { ann, agent, connectAccount, send, sent, request, answer } = setUp();
    const [first, second] = [
      await connectAccount(ann, "gmail"),
      await connectAccount(ann, "gmail"),
    ];
    const { requestId, reason, candidates } = required(await send("1"));
    expect(reason).toBe("choose");
    expect(candidates?.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
    expect(await agent.resolve(requestId)).toMatchObject({ status: "connection_required" });
    expect(sent()).toEqual([]);
    await answer(requestId, { connectionId: second.id });
    expect(await request(requestId)).toMatchObject({ connectionId: second.id });
    const doneWithIt = { ...done, connectionId: second.id };
    expect(await agent.resolve(requestId)).toMatchObject(doneWithIt);
    expect(await send("1")).toMatchObject(doneWithIt);
    expect(sent()).toMatchObject([{ headers: { "x-pica-connection-key": second.key } }]);
  });

  it("uses no other account in place of a chosen one that was disconnected", async () => {
    const { ann, agent, call, connectAccount, send, sent, answer } = setUp();
    const [first, second] = [
      await connectAccount(ann, "gmail"),
      await connectAccount(ann, "gmail"),
    ];
    const { requestId } = required(await send("1"));
    await answer(requestId, { connectionId: second.id });
    await call(`/connections/${second.id}`, { method: "DELETE", as: ann });
    expect(required(await agent.resolve(requestId))).toMatchObject({
      reason: "choose",
      candidates: [{ id: first.id }],
    });
    expect(sent()).toEqual([]);
  });

  it("asks to choose when two accounts were connected since it was missing one", async () => {
    const { ann, connectAccount, send, request } = setUp();
    const { requestId } = required(await send("1"));
    await connectAccount(ann, "gmail");
    await connectAccount(ann, "gmail");
    expect(await request(requestId)).toMatchObject({ status: "pending", reason: "choose" });
  });

  it("uses the account that the product chose", async () => {
    const harness = setUp();
    const { ann, ben, connectAccount, send, sent } = harness;
    await connectAccount(ann, "gmail");
    const second = await connectAccount(ann, "gmail");
    const bens = await connectAccount(ben, "gmail");
    expect(await send("1", { connectionId: bens.id })).toMatchObject({
      status: "refused",
      problem: { code: "connection_conflict" },
    });
    expect(await send("2", { connectionId: second.id })).toMatchObject(done);
    expect(sent()).toMatchObject([{ headers: { "x-pica-connection-key": second.key } }]);
    breakConnection(harness, second);
    expect(required(await send("3", { connectionId: second.id }))).toMatchObject({
      reason: "broken",
      candidates: [{ id: second.id }],
    });
  });

  it("uses a group's account where the product says so, and asks only the member who called", async () => {
    const { ann, ben, connect, connectAccount, request, answer, call, sent } = setUp();
    const agent = connect.agent(ann, { identityType: "team" });
    await connectAccount(ann, "gmail");
    const waiting = await agent.call({ callId: "1", tool: "sendMessage", input });
    const { requestId } = required(waiting);
    expect((await call(`/connection-requests/${requestId}`, { as: ben })).status).toBe(404);
    expect((await answer(requestId, { declined: true }, ben)).status).toBe(404);
    const bensAgent = connect.agent(ben, { identityType: "team" });
    expect(await bensAgent.resolve(requestId)).toMatchObject({ problem: { code: "not_found" } });
    const { id, key } = await connectAccount(ben, "gmail", { identityType: "team" });
    expect(await request(requestId)).toMatchObject({ status: "connected", connectionId: id });
    expect(await agent.resolve(requestId)).toMatchObject(done);
    expect(sent()).toMatchObject([{ headers: { "x-pica-connection-key": key } }]);
    // Another member's call is another call, even by the same id.
    expect(await bensAgent.call({ callId: "1", tool: "sendMessage", input })).toMatchObject(done);
    expect(sent()).toHaveLength(2);
  });

  it("reaches the provider once, however often it is made at a time and after", async () => {
    const { ann, connectAccount, send, sent, connect } = setUp();
    await connectAccount(ann, "gmail");
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => send("1")));
    expect(outcomes).toEqual(Array(8).fill(outcomes[0]));
    expect(outcomes[0]).toMatchObject(done);
    const reordered = { subject: input.subject, to: input.to };
    const later = connect.agent(ann).call({ callId: "1", tool: "sendMessage", input: reordered });
    expect(await later).toEqual(outcomes[0]);
    expect(sent()).toHaveLength(1);
    expect(await send("2")).toMatchObject(done);
    expect(sent()).toHaveLength(2);
  });

  it("is refused with the id of another call", async () => {
    const { ann, agent, connectAccount, send, sent } = setUp();
    await connectAccount(ann, "gmail");
    await send("1");
    const refused = { status: "refused", problem: { code: "invalid_request" } };
    expect(await send("1", { input: { ...input, subject: "Other" } })).toMatchObject(refused);
    const other = { callId: "1", tool: "readMessage", input: { id: "19aa51" } };
    expect(await agent.call(other)).toMatchObject(refused);
    expect(sent()).toHaveLength(1);
  });

  it.each([
    ["an input that the action does not take", "1", { input: { ...input, path: "/admin" } }],
    ["no input", "1", { input: undefined }],
    ["an input that is too long", "1", { input: { ...input, subject: "x".repeat(100_001) } }],
    ["an unknown tool", "1", { tool: "deleteEverything" }],
    ["a name of every object's", "1", { tool: "toString" }],
    ["no id", "", {}],
    ["an id that is too long", "x".repeat(501), {}],
  ])("with %s is refused, and not sent", async (_what, callId, rest) => {
    const { ann, connectAccount, send, sent } = setUp();
    await connectAccount(ann, "gmail");
    expect(await send(callId, rest)).toMatchObject({ status: "refused" });
    expect(sent()).toEqual([]);
  });

  it("is refused where authorize says so, before the person is asked and before it runs", async () => {
    const { ann, connectAccount, send, sent } = setUp({
      authorize: ({ action }) => action !== "action:sendMessage" || { reason: "Read only." },
    });
    const refused = { status: "refused", problem: { code: "forbidden", detail: "Read only." } };
    expect(await send("1")).toEqual(refused);
    await connectAccount(ann, "gmail");
    expect(await send("1")).toEqual(refused);
    expect(await send("2")).toEqual(refused);
    expect(sent()).toEqual([]);
  });

  it("is refused where authorize no longer allows what the person has answered", async () => {
    let isAllowed = true;
    const { ann, agent, connectAccount, send, sent } = setUp({
      authorize: ({ action }) => isAllowed || action === "connect" || { reason: "Left." },
    });
    const { requestId } = required(await send("1"));
    await connectAccount(ann, "gmail");
    isAllowed = false;
    expect(await agent.resolve(requestId)).toMatchObject({ problem: { code: "forbidden" } });
    expect(sent()).toEqual([]);
  });

  describe("where people choose what an account may be used for", () => {
    const setUpAccess = () => {
      const harness = setUp({ access: { default: "full" } });
      const { ann, call, agent } = harness;
      const setAccess = (id: string, access: string) =>
        call(`/connections/${id}`, { method: "PATCH", as: ann, body: { access } });
      const read = (callId: string) =>
        agent.call({ callId, tool: "readMessage", input: { id: "19aa51" } });
      return { ...harness, setAccess, read };
    };
    const denied = { status: "refused", problem: { code: "access_denied" } };

    it("may read with an account that may only be read, and sends nothing with it", async () => {
      const { ann, connectAccount, setAccess, read, send, sent } = setUpAccess();
      const { id } = await connectAccount(ann, "gmail");
      await setAccess(id, "read");
      expect(await send("1")).toMatchObject(denied);
      expect(await send("2", { connectionId: id })).toMatchObject(denied);
      expect(sent()).toEqual([]);
      await read("3");
      expect(sent()).toMatchObject([{ method: "GET" }]);
    });

    it("uses the only account that may be used for it, and offers no other", async () => {
      const { ann, connectAccount, setAccess, send, sent } = setUpAccess();
      const off = await connectAccount(ann, "gmail");
      const first = await connectAccount(ann, "gmail");
      await setAccess(off.id, "off");
      expect(await send("1")).toMatchObject(done);
      expect(sent()).toMatchObject([{ headers: { "x-pica-connection-key": first.key } }]);
      const second = await connectAccount(ann, "gmail");
      const { reason, candidates } = required(await send("2"));
      expect(reason).toBe("choose");
      expect(candidates?.map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
    });

    it("is refused when the chosen account's level was lowered meanwhile", async () => {
      const { ann, agent, connectAccount, setAccess, request, answer, send, sent } = setUpAccess();
      const { id } = await connectAccount(ann, "gmail");
      await connectAccount(ann, "gmail");
      const { requestId } = required(await send("1"));
      await answer(requestId, { connectionId: id });
      await setAccess(id, "read");
      expect(await request(requestId)).toMatchObject({ status: "unavailable" });
      expect((await answer(requestId, { connectionId: id })).status).toBe(403);
      expect(await agent.resolve(requestId)).toMatchObject(denied);
      expect(sent()).toEqual([]);
    });
  });

  it("is unavailable where the platform cannot be connected", async () => {
    const { send } = setUp({ platforms: ["slack"] });
    expect(await send("1")).toMatchObject({ status: "unavailable", platform: "gmail" });
    const forbidden = setUp({
      authorize: ({ action }) => action !== "connect" || { reason: "No." },
    });
    const outcome = await forbidden.send("1");
    expect(outcome).toMatchObject({ status: "unavailable", platform: "gmail" });
    if (outcome.status !== "unavailable") throw new Error(outcome.status);
    expect(await forbidden.request(outcome.requestId)).toMatchObject({ status: "unavailable" });
  });

  it("says how the provider refused, and is not sent again", async () => {
    const { ann, connectAccount, emulator, send, sent } = setUp();
    await connectAccount(ann, "gmail");
    emulator.control.addFault({ kind: "status", status: 403, path: "/v1/passthrough/*" });
    const refused = await send("1");
    expect(refused).toMatchObject({
      status: "refused",
      problem: { code: "provider_refused", providerStatus: 403 },
    });
    expect(await send("1")).toEqual(refused);
    expect(sent()).toHaveLength(1);
  });

  it("is unavailable once its day is over, and its request says so", async () => {
    const { ann, agent, advance, answer, connectAccount, send, sent, request } = setUp();
    const { requestId } = required(await send("1"));
    advance(day);
    const { id } = await connectAccount(ann, "gmail");
    const unavailable = { status: "unavailable", requestId, platform: "gmail" };
    expect(await request(requestId)).toMatchObject({ status: "unavailable" });
    expect((await answer(requestId, { connectionId: id })).status).toBe(409);
    expect((await answer(requestId, { declined: true })).status).toBe(409);
    expect(await agent.resolve(requestId)).toEqual(unavailable);
    expect(sent()).toEqual([]);
    await send("2");
    expect(await store.findAgentCall(requestId)).toMatchObject({ input: null });
    expect(await agent.resolve(requestId)).toEqual(unavailable);
    expect(sent()).toHaveLength(1);
  });

  it("is removed with its outcome by a sweep a day later", async () => {
    const store = await openOwnStore();
    const { ann, advance, connect, connectAccount, send, request } = setUp({ store });
    const { requestId } = required(await send("1"));
    await connectAccount(ann, "gmail");
    await send("1");
    expect(await store.findAgentCall(requestId)).toMatchObject({ input: null });
    advance(day);
    await connect.sweep({ budget: 1 });
    expect(await store.findAgentCall(requestId)).toBeNull();
    expect(await request(requestId)).toMatchObject({ code: "not_found" });
    await connect.close();
  });

  it("is removed when its person is forgotten", async () => {
    const { ann, agent, connect, send } = setUp();
    const { requestId } = required(await send("1"));
    await connect.forget({ type: "user", id: ann.user });
    expect(await store.findAgentCall(requestId)).toBeNull();
    expect(await agent.resolve(requestId)).toMatchObject({ problem: { code: "not_found" } });
  });

  it("is interrupted when the connection is lost during a write, and is not repeated", async () => {
    const { ann, emulator, connectAccount, send, sent } = setUp();
    await connectAccount(ann, "gmail");
    emulator.control.addFault({ kind: "dropped_socket", path: "/v1/passthrough/*", times: 1 });
    expect(await send("1")).toEqual({ status: "interrupted" });
    const before = sent().length;
    expect(await send("1")).toEqual({ status: "interrupted" });
    expect(sent()).toHaveLength(before);
  });

  it("is refused when the connection is lost during a read, which can be made again", async () => {
    const { ann, emulator, connectAccount, agent } = setUp();
    await connectAccount(ann, "gmail");
    emulator.control.addFault({ kind: "dropped_socket", path: "/v1/passthrough/*" });
    expect(
      await agent.call({ callId: "1", tool: "readMessage", input: { id: "19aa51" } }),
    ).toMatchObject({
      status: "refused",
      problem: { code: "upstream_unavailable" },
    });
  });

  it("is interrupted when its process ends while the provider is asked, and is not repeated", async () => {
    const [asked, hanging] = [createGate(), createGate()];
    const killed = setUp({
      fetch: async (url, init) => {
        const answer = await killed.emulator.fetch(new Request(url, init));
        if (!String(url).includes("/passthrough/")) return answer;
        asked.open();
        await hanging.opened;
        return answer;
      },
    });
    const { ann, connectAccount, send, sent } = killed;
    await connectAccount(ann, "gmail");
    const abandoned = send("1");
    await asked.opened;

    const { connect, advance } = setUp({
      fetch: (url, init) => killed.emulator.fetch(new Request(url, init)),
    });
    const agent = connect.agent(ann);
    const again = () => agent.call({ callId: "1", tool: "sendMessage", input });
    advance(60 * 60_000);
    expect(await again()).toEqual({ status: "interrupted" });
    expect(await again()).toEqual({ status: "interrupted" });
    expect(sent()).toHaveLength(1);
    hanging.open();
    // It was only slow: what it has learnt is the outcome.
    expect(await abandoned).toMatchObject(done);
    expect(await again()).toMatchObject(done);
    expect(sent()).toHaveLength(1);
  });

  it("is answered once the other instance that runs it has its outcome", async () => {
    const [asked, released] = [createGate(), createGate()];
    const first = setUp({
      fetch: async (url, init) => {
        if (String(url).includes("/passthrough/")) {
          asked.open();
          await released.opened;
        }
        return first.emulator.fetch(new Request(url, init));
      },
    });
    await first.connectAccount(first.ann, "gmail");
    const running = first.send("1");
    await asked.opened;
    const second = setUp({
      fetch: (url, init) => first.emulator.fetch(new Request(url, init)),
    });
    const waiting = second.connect
      .agent(first.ann)
      .call({ callId: "1", tool: "sendMessage", input });
    released.open();
    expect(await Promise.all([running, waiting])).toMatchObject([done, done]);
    expect(first.sent()).toHaveLength(1);
  });

  it("is a refusal, not an exception, when the product's own code throws", async () => {
    const { ann, connectAccount, send, sent, log } = setUp({
      actions: {
        sendMessage: defineAction({
          ...actions.sendMessage,
          request: () => {
            throw new Error("sk_test_local is what it says");
          },
        }),
      },
    });
    await connectAccount(ann, "gmail");
    const outcome = await send("1");
    expect(outcome).toMatchObject({ status: "refused", problem: { code: "internal" } });
    expect(JSON.stringify(outcome)).not.toContain("sk_test");
    expect(log.join()).toContain("A call of an agent failed unexpectedly.");
    expect(log.join()).not.toContain("sk_test");
    expect(sent()).toEqual([]);
  });

  it("gives no secret and no connection key to the model or to the log", async () => {
    const harness = setUp();
    const { ann, agent, connectAccount, send, answer, log } = harness;
    const [first, second] = [
      await connectAccount(ann, "gmail"),
      await connectAccount(ann, "gmail"),
    ];
    const outcomes = [await send("1"), await send("2", { tool: "x" })];
    const { requestId } = required(outcomes[0] as AgentOutcome);
    await answer(requestId, { connectionId: first.id });
    outcomes.push(await agent.resolve(requestId));
    breakConnection(harness, first);
    breakConnection(harness, second);
    outcomes.push(await send("3"));
    const texts = JSON.stringify(outcomes) + log.join();
    for (const secret of ["sk_test", first.key, second.key, "::gmail::", ann.user]) {
      expect(texts).not.toContain(secret);
    }
  });
});

describe("a forged answer to a connection request", () => {
  async function setUpRequest() {
    const harness = setUp();
    const { ann, ben, connectAccount, send } = harness;
    const { requestId } = required(await send("1"));
    const answers = {
      "another person's account": (await connectAccount(ben, "gmail")).id,
      "an account of another platform": (await connectAccount(ann, "slack")).id,
      "an account of a group": (await connectAccount(ann, "gmail", { identityType: "team" })).id,
      "an id that nothing has": crypto.randomUUID(),
    };
    return { ...harness, requestId, answers };
  }

  it.each([
    "another person's account",
    "an account of another platform",
    "an account of a group",
    "an id that nothing has",
  ] as const)("that names %s runs nothing", async (what) => {
    const { agent, answer, answers, request, requestId, sent } = await setUpRequest();
    const response = await answer(requestId, { connectionId: answers[what] });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ code: "connection_conflict" });
    expect(await request(requestId)).toMatchObject({ status: "pending", reason: "missing" });
    expect(await agent.resolve(requestId)).toMatchObject({ status: "connection_required" });
    expect(sent()).toEqual([]);
  });

  it("that names an account which does not work runs nothing", async () => {
    const harness = setUp();
    const { ann, agent, answer, connectAccount, request, send, sent } = harness;
    const account = await connectAccount(ann, "gmail");
    breakConnection(harness, account);
    const { requestId } = required(await send("1"));
    expect((await answer(requestId, { connectionId: account.id })).status).toBe(409);
    expect(await request(requestId)).toMatchObject({ status: "pending", reason: "broken" });
    expect(await agent.resolve(requestId)).toMatchObject({ status: "connection_required" });
    expect(sent()).toEqual([]);
  });

  it("of another person is not found, nor can that person read, continue or resolve the request", async () => {
    const { ben, answer, answers, call, connect, continueCall, request, requestId, sent } =
      await setUpRequest();
    const bens = answers["another person's account"];
    for (const body of [{ connectionId: bens }, { declined: true }]) {
      expect((await answer(requestId, body, ben)).status).toBe(404);
    }
    expect((await call(`/connection-requests/${requestId}`, { as: ben })).status).toBe(404);
    expect((await continueCall(requestId, ben)).status).toBe(404);
    const outcome = await connect.agent(ben).resolve(requestId);
    const detail = "There is no such tool, account or request, or it is not this person's.";
    expect(outcome).toEqual({ status: "refused", problem: { code: "not_found", detail } });
    expect(await request(requestId)).toMatchObject({ status: "pending" });
    expect(sent()).toEqual([]);
  });
});

it("changes neither connection, platform, path nor identity by anything that a model writes", async () => {
  const { agent, ann, ben, connectAccount, emulator, sent } = setUp();
  const { id, key } = await connectAccount(ann, "gmail");
  const bens = await connectAccount(ben, "gmail");
  const slack = await connectAccount(ann, "slack");
  const names = fc.constantFrom(
    ...["connectionId", "connection", "key", "platform", "path", "actionId", "method", "headers"],
    ...["identity", "identityType", "user", "user_id", "viewer", "callId", "tool", "__proto__"],
    ...["x-pica-connection-key", "x-pica-secret", "id", "format"],
  );
  const values = fc.oneof(
    fc.string(),
    fc.constantFrom<unknown>(bens.id, bens.key, slack.id, slack.key, ben.user, id, key, "slack"),
    fc.constantFrom<unknown>("../../drafts", "/admin", "%2e%2e", "DELETE", null, 7, true),
    fc.constant({ "x-pica-connection-key": bens.key, user: ben.user }),
  );
  const nastyInput = fc.oneof(
    fc.dictionary(names, values),
    fc.dictionary(names, values).map((rest) => ({ ...input, ...rest })),
    fc.dictionary(names, values).map((rest) => ({ id: "19aa51", ...rest })),
    values,
  );
  const tools = fc.constantFrom("sendMessage", "readMessage", "__proto__", "connect", "../send");
  const property = fc.asyncProperty(tools, nastyInput, async (tool, written) => {
    emulator.control.clearRequests();
    const outcome = await agent.call({ callId: crypto.randomUUID(), tool, input: written });
    for (const request of sent()) {
      expect(request.headers["x-pica-connection-key"]).toBe(key);
      const [method, path, actionId] =
        tool === "sendMessage"
          ? ["POST", /^\/v1\/passthrough\/users\/me\/messages\/send$/, "conn_mod_def::send"]
          : ["GET", /^\/v1\/passthrough\/users\/me\/messages\/[^/?#\\]+$/, "conn_mod_def::read"];
      expect(request.method).toBe(method);
      expect(request.path).toMatch(path);
      expect(request.path).not.toMatch(/\/\.{1,2}$|%2f|%5c|%2e/i);
      expect(request.headers["x-pica-action-id"]).toBe(actionId);
      expect(Object.keys(request.query).filter((name) => name !== "format")).toEqual([]);
    }
    if (sent().length === 0) expect(outcome.status).toBe("refused");
    expect(sent().length).toBeLessThanOrEqual(1);
  });
  await fc.assert(property, { numRuns: 300 });
});
