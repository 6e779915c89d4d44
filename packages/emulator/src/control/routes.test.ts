import { describe, expect, it } from "vitest";
import { ask, emulatorFor } from "../../test/ask.ts";
import type { createEmulator } from "../index.ts";

describe("POST /__emulator/{operation}", () => {
  const control = (emulator = emulatorFor()) => ({
    emulator,
    post: (name: string, input?: unknown, headers: Record<string, string> = {}) =>
      ask(emulator, `/__emulator/${name}`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: input,
      }),
  });

  it("offers every operation under the same name, with the same input and output", async () => {
    const { emulator, post } = control();
    for (const name of Object.keys(emulator.control)) {
      const { body } = await post(name, { odd: true });
      expect(body?.code).not.toBe("unknown_operation");
    }
    const created = await post("createConnection", { platform: "gmail", identity: "ann" });
    expect(created.body).toEqual(emulator.control.connections()[0]);
    expect((await post("connections")).body).toEqual(emulator.control.connections());
  });

  it.each([
    ["nowhere", {}, 404, "unknown_operation"],
    ["constructor", {}, 404, "unknown_operation"],
    ["addFault", { kind: "earthquake" }, 400, "invalid_input"],
    ["deleteConnection", { connection: "nope" }, 404, "connection_not_found"],
  ])("refuses %s %j with %i", async (name, input, status, code) => {
    expect(await control().post(name, input)).toMatchObject({ status, body: { code } });
  });

  it.each([undefined, {}])("takes %j for an operation without input", async (input) => {
    expect(await control().post("faults", input)).toMatchObject({ status: 200, body: [] });
  });

  it("refuses input for an operation that takes none", async () => {
    const answer = await control().post("faults", { odd: true });
    expect(answer).toMatchObject({ status: 400, body: { code: "invalid_input" } });
  });

  it("refuses a body that is no JSON", async () => {
    const request = new Request("http://pica.test/__emulator/faults", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{",
    });
    const answer = await emulatorFor().fetch(request);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: "invalid_input" });
  });

  it("takes nothing that a foreign page could send without asking first", async () => {
    const { emulator, post } = control();
    const answer = await post(
      "createConnection",
      { platform: "gmail" },
      { "content-type": "text/plain" },
    );
    expect(answer.status).toBe(415);
    expect(emulator.control.connections()).toEqual([]);
  });

  it("is reached whatever fault is in force, and leaves no trace in the log", async () => {
    const { emulator, post } = control();
    emulator.control.addFault({ kind: "dropped_socket", path: "*" });
    expect((await post("clearFaults")).status).toBe(200);
    expect(emulator.control.requests()).toEqual([]);
  });
});

describe("The status page", () => {
  const press = (emulator: ReturnType<typeof createEmulator>, site: string) =>
    emulator.fetch(
      new Request("http://pica.test/__emulator", {
        method: "POST",
        headers: { "sec-fetch-site": site },
        body: new URLSearchParams({
          operation: "addFault",
          input: JSON.stringify({ kind: "status", status: 500 }),
        }),
      }),
    );

  it("shows what is connected, as text", async () => {
    const emulator = emulatorFor();
    emulator.control.createConnection({ platform: "gmail", identity: "<b>ann</b>" });
    const { body } = await ask(emulator, "/__emulator");
    expect(body).toContain("&lt;b&gt;ann&lt;/b&gt;");
    expect(body).not.toContain("<b>ann");
  });

  it("does what its buttons say", async () => {
    const emulator = emulatorFor();
    expect((await press(emulator, "same-origin")).status).toBe(303);
    expect(emulator.control.faults()).toMatchObject([{ kind: "status", status: 500 }]);
  });

  it("says so when what a button is for has gone in the meantime", async () => {
    const emulator = emulatorFor();
    const body = new URLSearchParams({
      operation: "deleteConnection",
      input: JSON.stringify({ connection: "gone" }),
    });
    const headers = { "sec-fetch-site": "same-origin" };
    const answer = await emulator.fetch(
      new Request("http://pica.test/__emulator", { method: "POST", headers, body }),
    );
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: "connection_not_found" });
  });

  it("does nothing for a button on another site's page", async () => {
    const emulator = emulatorFor();
    expect((await press(emulator, "cross-site")).status).toBe(403);
    expect(emulator.control.faults()).toEqual([]);
  });
});
