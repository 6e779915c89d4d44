import { describe, expect, it } from "vitest";
import { readProblem } from "./parse-problem.ts";

const answer = (status: number, body: unknown, headers: HeadersInit = {}) =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });
const read = (response: Response) => readProblem(response, "GET /api/connect/connections");

describe("an answer that is not a success", () => {
  it("of our server is what the server calls it", async () => {
    const problem = {
      code: "upstream_quota_exceeded",
      detail: "Pica's plan is used up.",
      requestId: "4be0-d815",
    };
    expect(await read(answer(502, problem))).toMatchObject({
      name: "ConnectError",
      code: "upstream_quota_exceeded",
      message: "Pica's plan is used up.",
      status: 502,
      requestId: "4be0-d815",
    });
  });

  it("of a later server keeps a code that this kit does not know", async () => {
    const problem = { code: "upstream_paused", detail: "Paused.", requestId: "1" };
    expect(await read(answer(503, problem))).toMatchObject({ code: "upstream_paused" });
  });

  it.each([
    [401, "unauthorized"],
    [403, "forbidden"],
    [404, "invalid_answer"],
    [429, "rate_limited"],
    [500, "internal"],
    [504, "timeout"],
  ])("%i of the product's own middleware is known by its status alone", async (status, code) => {
    const own = { code: "session_expired", message: "Sign in." };
    expect(await read(answer(status, own))).toMatchObject({ code, status });
    expect(await read(answer(status, "<!doctype html>"))).toMatchObject({ code, status });
  });

  it("of a proxy with status 401 is `unauthorized`, whatever code its own document has", async () => {
    const foreign = { code: "token_expired", detail: "Expired.", requestId: "proxy-1" };
    expect(await read(answer(401, foreign))).toMatchObject({ code: "unauthorized" });
  });

  it("says where the handler should be, when nobody of ours has answered", async () => {
    const { message } = await read(answer(404, "Not found"));
    expect(message).toBe(
      "GET /api/connect/connections answered 404 without a problem document. " +
        "Is the authkit-ui handler mounted there?",
    );
  });

  it.each([
    ["30", 30_000],
    ["0.001", 1_000],
    ["0", undefined],
    ["-5", undefined],
    ["2147484", 86_400_000],
    ["99999999999", 86_400_000],
    ["9".repeat(400), 86_400_000],
    ["1e9", undefined],
    ["0x7fffffff", undefined],
    ["NaN", undefined],
    ["Infinity", undefined],
    ["-Infinity", undefined],
    ["Fri, 31 Dec 9999 23:59:59 GMT", 86_400_000],
    ["Thu, 01 Jan 1970 00:00:00 GMT", undefined],
    [new Date(Date.now() - 5_000).toUTCString(), undefined],
    ["soon", undefined],
    [" ", undefined],
  ])("with Retry-After %j waits %s ms", async (header, retryAfter) => {
    const error = await read(answer(429, {}, { "retry-after": header }));
    expect(error.retryAfter).toBe(retryAfter);
  });
});
