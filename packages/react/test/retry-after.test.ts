import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createConnectApi } from "../src/api/client.ts";
import { ConnectError } from "../src/api/connect-error.ts";
import { connectionsQuery } from "../src/data/connections-query.ts";
import { connectorsQuery } from "../src/data/connectors-query.ts";
import { pollSession } from "../src/session/poll-session.ts";

const longestTimer = 2 ** 31 - 1;
const hour = 3_600_000;

const asked = vi.fn((_address: string) => Promise.resolve(new Response()));

/** Answers everything with this status and this `Retry-After`. */
function answer(status: number, retryAfter: string) {
  asked.mockImplementation(() =>
    Promise.resolve(
      Response.json(
        { code: "database_unavailable", detail: "Away.", requestId: "r_1" },
        { status, headers: { "retry-after": retryAfter } },
      ),
    ),
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", asked);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  asked.mockClear();
});

const line = () =>
  createConnectApi({ endpoint: "/api/connect", credentials: "same-origin", headers: () => ({}) });
const keyParams = { endpoint: "/api/connect", viewerKey: "u_1" };

const hostile = [
  "2147484",
  "99999999999999",
  "9".repeat(400),
  "Fri, 31 Dec 9999 23:59:59 GMT",
  "Infinity",
  "-1",
  "NaN",
  "0",
  "0.0001",
  "1e-9",
  "Thu, 01 Jan 1970 00:00:00 GMT",
];

describe.each(hostile)("with Retry-After %j", (retryAfter) => {
  it.each([503, 429])("a %i makes no storm of list requests", async (status) => {
    answer(status, retryAfter);
    const queryClient = new QueryClient();
    const api = line();
    const stops = [
      new QueryObserver(queryClient, connectionsQuery(api, keyParams, "user")).subscribe(() => {}),
      new QueryObserver(queryClient, connectorsQuery(api, keyParams)).subscribe(() => {}),
    ];
    await vi.advanceTimersByTimeAsync(10_000);
    // At most one a second for each of the two lists.
    expect(asked.mock.calls.length).toBeLessThanOrEqual(22);
    for (const stop of stops) stop();
    queryClient.clear();
  });

  it("a 503 makes no storm of looks at the session", async () => {
    answer(503, retryAfter);
    const life = new AbortController();
    pollSession({
      api: line(),
      id: "s_1",
      signal: life.signal,
      onState: () => {},
      onError: () => {},
    });
    await vi.advanceTimersByTimeAsync(10_000);
    life.abort();
    // As often as a session that is well is looked at: 4 a second, then 2.
    expect(asked.mock.calls.length).toBeLessThanOrEqual(26);
  });
});

it("a list is read again after the wait that the server named", async () => {
  answer(503, "1800");
  const queryClient = new QueryClient();
  const stop = new QueryObserver(queryClient, connectorsQuery(line(), keyParams)).subscribe(
    () => {},
  );
  await vi.advanceTimersByTimeAsync(hour / 2 - 1_000);
  expect(asked).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked).toHaveBeenCalledTimes(2);
  stop();
  queryClient.clear();
});

it.each([longestTimer, 1e15, Number.MAX_VALUE, Number.POSITIVE_INFINITY])(
  "an error that waits %d ms waits no longer than a timer can",
  (milliseconds) => {
    const { retryAfter } = new ConnectError("internal", "…", { retryAfter: milliseconds });
    expect(retryAfter).toBe(24 * hour);
  },
);

it.each([0, -1, Number.NaN, Number.NEGATIVE_INFINITY, undefined])(
  "an error that waits %s ms names no wait",
  (milliseconds) => {
    const { retryAfter } = new ConnectError("internal", "…", { retryAfter: milliseconds });
    expect(retryAfter).toBeUndefined();
  },
);
