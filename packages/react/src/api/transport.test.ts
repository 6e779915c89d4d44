import { afterEach, expect, it, vi } from "vitest";
import { createConnectApi } from "./client.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

it("cancels a request that nobody waits for any more", async () => {
  const asked = vi.fn(
    (_address: string, { signal }: RequestInit) =>
      new Promise<Response>((_resolve, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason));
      }),
  );
  vi.stubGlobal("fetch", asked);
  const api = createConnectApi({
    endpoint: "/api/connect",
    credentials: "same-origin",
    headers: () => ({}),
  });
  const caller = new AbortController();
  const answer = api.listConnectors(caller.signal);
  await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
  caller.abort();
  expect(asked.mock.calls[0]?.[1].signal?.aborted).toBe(true);
  await expect(answer).rejects.toBe(caller.signal.reason);
});

it("keeps its headers when a product's wrapper around fetch spreads them", async () => {
  const asked = vi.fn(async (_address: string, _init: RequestInit) => Response.json({}));
  vi.stubGlobal("fetch", (address: string, init: RequestInit) =>
    asked(address, { ...init, headers: { ...init.headers, "x-tenant": "1" } }),
  );
  const api = createConnectApi({
    endpoint: "/api/connect",
    credentials: "same-origin",
    headers: () => ({ authorization: "Bearer ann" }),
  });
  await api.endSession("s_1");
  expect(asked.mock.calls[0]?.[1].headers).toMatchObject({
    accept: "application/json",
    authorization: "Bearer ann",
    "x-tenant": "1",
  });
});
