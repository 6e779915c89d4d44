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
