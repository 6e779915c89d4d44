import { describe, expect, it } from "vitest";
import { ask, emulatorFor } from "../../test/ask.ts";
import { ControlError, type FaultRequest } from "../index.ts";

const catalogPath = "/v1/available-connectors?limit=100";

describe("Faults of the API", () => {
  const askWithFault = async (fault: FaultRequest, path = catalogPath) => {
    const emulator = emulatorFor();
    emulator.control.addFault(fault);
    return ask(emulator, path);
  };

  it.each([
    [402, /quota/i],
    [403, /access/i],
    [503, /unavailable/i],
  ])("answers %i in Pica's shape", async (code, message) => {
    const { status, body } = await askWithFault({ kind: "status", status: code });
    expect(status).toBe(code);
    expect(body).toMatchObject({
      type: "error",
      status: code,
      message: expect.stringMatching(message),
    });
  });

  it("answers 429 with Pica's rate-limit headers", async () => {
    const { headers } = await askWithFault({ kind: "status", status: 429 });
    expect(headers.get("x-pica-rate-limit-remainings")).toBe("0");
    expect(headers.get("x-pica-rate-limit-reset")).toBe("60");
  });

  it("answers HTML, with any status", async () => {
    const { status, headers, body } = await askWithFault({ kind: "html", status: 503 });
    expect(status).toBe(503);
    expect(headers.get("content-type")).toContain("text/html");
    expect(body).toContain("<h1>");
  });

  it("malforms the first rows of a list, and leaves the others", async () => {
    const { body } = await askWithFault({ kind: "malformed_rows", count: 2 });
    expect(body.rows).toHaveLength(100);
    expect(body.rows[0]).not.toHaveProperty("platform");
    expect(body.rows[0].name).toEqual(expect.any(Number));
    expect(body.rows[2].name).toEqual(expect.any(String));
  });

  it("repeats the first page", async () => {
    const { body } = await askWithFault({ kind: "duplicate_pages" }, `${catalogPath}&page=2`);
    expect(body.rows[0].name).toBe("1Password");
  });

  it("claims another number of pages", async () => {
    const { body } = await askWithFault({ kind: "lying_pages", pages: 2_000_000 });
    expect(body.pages).toBe(2_000_000);
  });

  it("breaks the connection", async () => {
    await expect(askWithFault({ kind: "dropped_socket" })).rejects.toThrow(TypeError);
  });

  it("delays the answer", async () => {
    const before = performance.now();
    await askWithFault({ kind: "delay", milliseconds: 60 });
    expect(performance.now() - before).toBeGreaterThanOrEqual(59);
  });

  it("ends a fault after so many times as `times` says", async () => {
    const emulator = emulatorFor();
    emulator.control.addFault({ kind: "status", status: 500, times: 2 });
    const statuses = [];
    for (let count = 0; count < 3; count += 1)
      statuses.push((await ask(emulator, catalogPath)).status);
    expect(statuses).toEqual([500, 500, 200]);
    expect(emulator.control.faults()).toEqual([]);
  });

  it.each([
    [{ path: "/v1/users/flags" }, 200],
    [{ path: "/v1/available-*" }, 500],
    [{ path: "/v1/*connectors" }, 500],
    [{ path: "*" }, 500],
    [{ method: "POST" }, 200],
    [{ method: "get" }, 500],
  ])("concerns the requests that %j names", async (scope, status) => {
    const emulator = emulatorFor();
    emulator.control.addFault({ kind: "status", status: 500, ...scope });
    expect((await ask(emulator, "/v1/available-connectors")).status).toBe(status);
  });

  it("is over when it is taken away", async () => {
    const emulator = emulatorFor();
    const { id } = emulator.control.addFault({ kind: "status", status: 500 });
    expect(emulator.control.removeFault({ id })).toEqual({ removed: true });
    expect(emulator.control.removeFault({ id })).toEqual({ removed: false });
    expect((await ask(emulator, catalogPath)).status).toBe(200);
  });
});

describe("The request log", () => {
  it("tells what reached the emulator, and what it answered", async () => {
    const emulator = emulatorFor({ clock: () => Date.parse("2026-03-01T10:00:00Z") });
    await ask(emulator, "/v1/authkit?page=1&limit=100", {
      method: "POST",
      headers: { "X-Trace": "t1" },
      body: { identity: "user-42" },
    });
    expect(emulator.control.requests()).toEqual([
      {
        id: 1,
        at: "2026-03-01T10:00:00.000Z",
        method: "POST",
        path: "/v1/authkit",
        query: { page: "1", limit: "100" },
        headers: expect.objectContaining({ "x-pica-secret": "sk_test_local", "x-trace": "t1" }),
        body: { identity: "user-42" },
        status: 200,
      },
    ]);
  });

  it("holds no key that the emulator does not know", async () => {
    const emulator = emulatorFor();
    const headers = { "x-one-secret": "sk_live_a_real_one" };
    await ask(emulator, "/v1/users/flags", { secret: "sk_live_a_real_one", headers });
    expect(JSON.stringify(emulator.control.requests())).not.toContain("a_real_one");
  });

  it("keeps the latest", async () => {
    const emulator = emulatorFor({ requestLogSize: 2 });
    for (const platform of ["a", "b", "c"]) {
      await ask(emulator, `/v1/available-connectors?platform=${platform}`);
    }
    expect(emulator.control.requests().map(({ query }) => query.platform)).toEqual(["b", "c"]);
  });
});

describe("The clock", () => {
  it("moves, ticks on and goes back", () => {
    let real = Date.parse("2026-01-01T00:00:00Z");
    const { control } = emulatorFor({ clock: () => real });
    control.advanceClock({ milliseconds: 86_400_000 });
    expect(control.clock().now).toBe("2026-01-02T00:00:00.000Z");
    control.setClock({ now: "2030-06-01T12:00:00Z" });
    real += 1000;
    expect(control.clock().now).toBe("2030-06-01T12:00:01.000Z");
    control.reset();
    expect(control.clock().now).toBe("2026-01-01T00:00:01.000Z");
  });
});

describe("The state", () => {
  it("is saved as plain JSON and loaded into another emulator", async () => {
    const first = emulatorFor();
    first.control.createConnection({ platform: "gmail", identity: "ann", name: "Work" });
    first.control.hidePlatform({ platform: "slack" });
    first.control.advanceClock({ milliseconds: 5000 });
    const state = JSON.parse(JSON.stringify(first.control.save()));

    const second = emulatorFor({ state });
    expect(second.control.save()).toEqual(first.control.save());
    expect((await ask(second, "/v1/vault/connections?identity=ann")).body.rows).toMatchObject([
      { platform: "gmail", name: "Work" },
    ]);
  });

  it("is emptied by a reset", async () => {
    const emulator = emulatorFor();
    emulator.control.createConnection({ platform: "gmail" });
    emulator.control.addFault({ kind: "status", status: 500 });
    emulator.control.reset();
    const { status, body } = await ask(emulator, "/v1/vault/connections");
    expect(status).toBe(200);
    expect(body.total).toBe(0);
  });

  it("never gives a request id twice, not even after a reset", async () => {
    const emulator = emulatorFor();
    const mint = async () =>
      (await ask(emulator, "/v1/authkit", { method: "POST" })).body.requestId;
    const before = await mint();
    emulator.control.reset();
    expect(await mint()).toBeGreaterThan(before);
  });

  it("calls the listener after each change", () => {
    const emulator = emulatorFor();
    let changes = 0;
    const stop = emulator.onChange(() => {
      changes += 1;
    });
    const { id } = emulator.control.createConnection({ platform: "gmail" });
    emulator.control.deleteConnection({ connection: id });
    stop();
    emulator.control.reset();
    expect(changes).toBe(2);
  });
});

describe("What an operation answers", () => {
  it("is a copy, which later changes leave alone", () => {
    const { control } = emulatorFor();
    const connection = control.createConnection({ platform: "gmail" });
    control.setConnectionState({ connection: connection.id, state: "failed" });
    expect(connection.state).toBe("operational");
  });
});

describe("An operation that cannot be done", () => {
  it.each([
    ["connection_not_found", () => emulatorFor().control.deleteConnection({ connection: "nope" })],
    ["platform_not_found", () => emulatorFor().control.createConnection({ platform: "Gmail" })],
    // @ts-expect-error: the type asks for a number, and a JavaScript caller is not checked
    ["invalid_input", () => emulatorFor().control.addFault({ kind: "status", status: "many" })],
  ])("says so with the code %s", (code, operation) => {
    expect(operation).toThrow(ControlError);
    expect(operation).toThrow(expect.objectContaining({ code }));
  });
});
