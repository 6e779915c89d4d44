import { describe, expect, it } from "vitest";
import { createHarness } from "../test/harness.ts";
import { openTestStore } from "../test/test-store.ts";

const store = await openTestStore();

describe("the whole loop", () => {
  it("runs from the session to the disconnect, on a database", async () => {
    const harness = createHarness({ store });
    const { ann, ben } = harness;
    const { id, ticket, viewer } = await harness.session(ann, { platform: "gmail" });
    expect(await (await harness.call(`/sessions/${id}`, { as: ann })).json()).toEqual({
      state: "created",
    });

    const token = await harness.token(ticket, "?page=1&limit=100");
    expect(token.status).toBe(200);
    expect((await token.json()).rows).toHaveLength(294);
    expect(await (await harness.call(`/sessions/${id}`, { as: ann })).json()).toEqual({
      state: "token_issued",
    });

    const { key } = harness.emulator.control.createConnection({
      platform: "gmail",
      identity: ann.user,
      identityType: "user",
    });
    const saved = await harness.call("/connections", {
      method: "POST",
      as: ann,
      body: { key, sessionId: id },
    });
    expect(saved.status).toBe(201);
    const connection = await saved.json();
    expect(connection).toMatchObject({
      key,
      platform: "gmail",
      state: "operational",
      environment: "test",
    });

    const list = await (await harness.call("/connections", { as: ann })).json();
    expect(list).toEqual({ connections: [connection], stale: false, viewer });
    expect((await harness.list(ben)).connections).toEqual([]);

    const catalog = await (await harness.call("/connectors", { as: ann })).json();
    expect(catalog.total).toBe(294);

    const renamed = await harness.call(`/connections/${connection.id}`, {
      method: "PATCH",
      as: ann,
      body: { name: " Work " },
    });
    expect((await renamed.json()).name).toBe("Work");

    expect((await harness.call(`/sessions/${id}`, { method: "DELETE", as: ann })).status).toBe(204);
    expect((await harness.token(ticket)).status).toBe(401);

    expect(
      (await harness.call(`/connections/${connection.id}`, { method: "DELETE", as: ann })).status,
    ).toBe(204);
    expect(
      (await harness.call(`/connections/${connection.id}`, { method: "DELETE", as: ann })).status,
    ).toBe(204);
    expect((await harness.list(ann)).connections).toEqual([]);
    expect(harness.emulator.control.connections()).toEqual([]);
    await harness.connect.close();
  });

  it("reconnects", async () => {
    const harness = createHarness({ store });
    const { ann } = harness;
    const first = await harness.connectAccount(ann, "gmail");
    const { id } = await harness.session(ann, { reconnectId: first.id });
    const { key } = harness.emulator.control.createConnection({
      platform: "gmail",
      identity: ann.user,
    });
    await harness.list(ann);
    expect((await harness.list(ann)).connections).toHaveLength(2);
    const again = await harness.call("/connections", {
      method: "POST",
      as: ann,
      body: { key, sessionId: id },
    });
    expect(await again.json()).toMatchObject({ id: first.id, key });
    expect((await harness.list(ann)).connections).toHaveLength(1);
    expect(harness.emulator.control.connections().map((row) => row.key)).toEqual([key]);
    expect(harness.log).toEqual([]);
    await harness.connect.close();
  });
});
