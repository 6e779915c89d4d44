import { describe, expect, it, vi } from "vitest";
import { createHarness, type Harness } from "../../test/harness.ts";
import { openTestStore } from "../../test/test-store.ts";
import type { ConnectServer, ConnectServerOptions } from "../index.ts";

const store = await openTestStore();

const createOneHarness = (options: Partial<ConnectServerOptions> = {}) =>
  createHarness(
    { store, ...options, pica: { generation: "one" } },
    // The emulator's webhooks go to the server that `deliverTo` names.
    { generation: "one", fetch: (input, init) => deliverTo.handler(new Request(input, init)) },
  );
let deliverTo: ConnectServer;

/**
 * Sends a webhook, and waits until the server has processed it. `close` waits for that, and the
 * shared store stays open.
 */
async function send(harness: Harness, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const response = await harness.connect.handler(
    new Request("http://product.test/api/connect/webhooks/one", {
      method: "POST",
      headers: { "content-type": "application/json", "x-webhook-signature": "00", ...headers },
      body: text,
    }),
  );
  await harness.connect.close();
  return response;
}

/** A harness with a connection that was synchronized some seconds ago. */
async function createConnected(harness: Harness = createOneHarness()) {
  const connection = await harness.connectAccount(harness.ann, "gmail");
  await harness.list(harness.ann);
  harness.advance(5_000);
  harness.emulator.control.clearRequests();
  return { ...harness, harness, connection };
}

describe("a webhook of One", () => {
  it("makes the server synchronize the owner of the connection that it names", async () => {
    const { connection, emulator, connect } = await createConnected();
    deliverTo = connect;
    emulator.control.setConnectionState({ connection: connection.key, state: "failed" });
    const answer = await emulator.control.sendWebhook({
      url: "http://product.test/api/connect/webhooks/one",
      event: "oauth.failed",
      connection: connection.key,
    });
    expect(answer).toEqual({ status: 202 });
    await connect.close();
    expect(await connect.connections.get(connection.id)).toMatchObject({ state: "failed" });
  });

  it("runs `onNeedsAttention` once while no page is open, even if it is sent repeatedly", async () => {
    const onNeedsAttention = vi.fn();
    const { harness, connection, emulator } = await createConnected(
      createOneHarness({ onNeedsAttention }),
    );
    emulator.control.setConnectionState({ connection: connection.key, state: "failed" });
    for (const type of ["oauth.failed", "connection.deleted"]) {
      await send(harness, { type, key: connection.key });
      harness.advance(5_000);
    }
    expect(onNeedsAttention.mock.calls).toMatchObject([
      [{ id: connection.id, state: "failed" }, {}],
    ]);
  });

  it.each([
    ["says that it is deleted", (key: string) => ({ type: "connection.deleted", key })],
    [
      "names another owner and state",
      (key: string) => ({ key, identity: "mallory", identityType: "user", state: "failed" }),
    ],
  ])("changes nothing by what it says, when it %s", async (_, event) => {
    const { harness, connection, connect, upstream } = await createConnected();
    const before = await connect.connections.get(connection.id);
    await send(harness, event(connection.key));
    expect(upstream("/v1/vault/connections")).toHaveLength(1);
    expect(await connect.connections.get(connection.id)).toEqual(before);
  });

  it("always gets the same answer, whatever it says and whoever sends it", async () => {
    const { harness, connection, upstream } = await createConnected();
    const { key } = connection;
    const bodies = [
      "",
      "no JSON",
      "null",
      "[".repeat(60_000),
      { key: "test::gmail::default::nobody|nobody" },
      { key: `live${key.slice("test".length)}` },
      { key: `${key}\u0000` },
      { key: "test::".padEnd(5_000, "x") },
      "x".repeat(2_000_000),
    ];
    const answers = [];
    for (const body of bodies) answers.push(await send(harness, body));
    expect(upstream()).toEqual([]);
    answers.push(await send(harness, { key }));
    answers.push(await send(harness, { key }, { origin: "https://evil.example" }));
    const described = await Promise.all(
      answers.map(async ({ status, headers, ...answer }) => {
        const shown = Object.fromEntries(headers);
        delete shown["x-request-id"];
        return JSON.stringify([status, shown, await new Response(answer.body).text()]);
      }),
    );
    expect([...new Set(described)]).toHaveLength(1);
  });

  it("is answered before anything is looked up", async () => {
    let pica = Promise.resolve();
    const harness: Harness = createOneHarness({
      fetch: async (input, init) => {
        await pica;
        return harness.emulator.fetch(new Request(input, init));
      },
    });
    const { connection, call, connect, upstream } = await createConnected(harness);
    let answer = () => {};
    pica = new Promise((resolve) => {
      answer = resolve;
    });
    const response = await call("/webhooks/one", { method: "POST", body: { key: connection.key } });
    expect(response.status).toBe(202);
    expect(upstream()).toEqual([]);
    answer();
    await connect.close();
    expect(upstream("/v1/vault/connections")).toHaveLength(1);
  });

  it("causes one synchronization, however often it is sent", async () => {
    const { harness, connection, upstream } = await createConnected();
    const event = { keys: Array.from({ length: 50 }, () => connection.key) };
    await Promise.all(Array.from({ length: 20 }, () => send(harness, event)));
    expect(upstream("/v1/vault/connections")).toHaveLength(1);
  });

  it("is answered but ignored when there are too many", async () => {
    const { harness, connection, upstream } = await createConnected(
      createOneHarness({ rateLimits: { webhooks: 2 } }),
    );
    const forged = { key: "test::gmail::default::nobody|nobody" };
    await send(harness, forged);
    await send(harness, forged);
    expect((await send(harness, { key: connection.key })).status).toBe(202);
    expect(upstream()).toEqual([]);
  });

  it("stores no new connection that `authorize` would have to allow", async () => {
    const { harness, connection, emulator, connect, ann } = await createConnected(
      createOneHarness({
        authorize: ({ platform, action }) =>
          action !== "connect" || platform !== "slack" || { reason: "Not Slack." },
      }),
    );
    emulator.control.createConnection({ platform: "slack", identity: ann.user });
    await send(harness, { key: connection.key });
    const { connections } = await connect.connections.list(ann);
    expect(connections.map(({ platform }) => platform)).toEqual(["gmail"]);
  });

  it("has no route on a server that speaks to Pica", async () => {
    const { call } = createHarness({ store });
    const response = await call("/webhooks/one", { method: "POST", body: {} });
    expect(await response.json()).toMatchObject({ status: 404, code: "route_not_found" });
  });
});
