import { describe, expect, it } from "vitest";
import { ask, emulatorFor } from "../../test/ask.ts";

describe("Errors of the API", () => {
  it.each([
    ["no key", null],
    ["an unknown key", "sk_test_somebody_else"],
    ["a key without environment", "secret"],
    ["an empty key", ""],
  ])("refuses %s with 401", async (_, secret) => {
    const { status, body } = await ask(emulatorFor(), "/v1/vault/connections", { secret });
    expect(status).toBe(401);
    expect(body).toEqual({
      type: "error",
      code: 2010,
      status: 401,
      key: "error",
      message: "You're not authorized to access this resource",
      correlationId: expect.any(String),
    });
  });

  it("lets in the keys that it is given, and no other", async () => {
    const emulator = emulatorFor({ secrets: ["sk_live_acme"] });
    expect((await ask(emulator, "/v1/users/flags", { secret: "sk_live_acme" })).status).toBe(200);
    expect((await ask(emulator, "/v1/users/flags", { secret: "sk_test_local" })).status).toBe(401);
  });

  it("names an answer by the same correlation id in headers and body", async () => {
    const { headers, body } = await ask(emulatorFor(), "/v1/nowhere");
    expect(body).toMatchObject({ status: 404, message: "Not found" });
    expect(headers.get("x-one-correlation-id")).toBe(body.correlationId);
    expect(headers.get("x-request-id")).toBe(body.correlationId);
  });

  it("never repeats the secret key in an answer", async () => {
    const { body, headers } = await ask(emulatorFor(), "/v1/users/flags", {
      secret: "sk_live_a_real_one",
    });
    expect(JSON.stringify([body, ...headers])).not.toContain("a_real_one");
  });
});

describe("The rate limit", () => {
  it("answers 429 with Pica's headers once a minute's requests are used up", async () => {
    const emulator = emulatorFor({ rateLimit: 2 });
    const first = await ask(emulator, "/v1/users/flags");
    expect(first.headers.get("x-pica-rate-limit-limit")).toBe("2");
    expect(first.headers.get("x-pica-rate-limit-remainings")).toBe("1");
    await ask(emulator, "/v1/users/flags");

    const third = await ask(emulator, "/v1/users/flags");
    expect(third.status).toBe(429);
    expect(third.body).toMatchObject({ code: 2009, message: "Rate limit exceeded" });
    expect(third.headers.get("x-pica-rate-limit-remainings")).toBe("0");
    expect(third.headers.get("x-pica-rate-limit-reset")).toBe("60");
    expect(third.headers.has("retry-after")).toBe(false);
  });

  it("lets in again when the minute is over", async () => {
    const emulator = emulatorFor({ rateLimit: 1 });
    await ask(emulator, "/v1/users/flags");
    emulator.control.advanceClock({ milliseconds: 60_000 });
    expect((await ask(emulator, "/v1/users/flags")).status).toBe(200);
  });

  it("counts each key by itself", async () => {
    const emulator = emulatorFor({ rateLimit: 1 });
    await ask(emulator, "/v1/users/flags");
    const other = await ask(emulator, "/v1/users/flags", { secret: "sk_live_local" });
    expect(other.status).toBe(200);
  });
});
