import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createConnectApi } from "./client.ts";

const connection = {
  id: "a/b?c",
  platform: "gmail",
  state: "operational",
  createdAt: "2026-03-03T00:00:00Z",
  can: {},
};
const answer = {
  ...connection,
  connectors: [],
  connections: [],
  viewer: "v",
  ticket: "t",
  ticketExpiresAt: "2026-03-03T00:10:00Z",
};

const asked = vi.fn((_address: string, _init: RequestInit) =>
  Promise.resolve(Response.json(answer)),
);
beforeEach(() => {
  vi.stubGlobal("fetch", asked);
});
afterEach(() => {
  vi.unstubAllGlobals();
  asked.mockClear();
});

it.each([
  ["/api/connect", `${location.origin}/api/connect`, ""],
  ["/api/connect/", `${location.origin}/api/connect`, "/"],
  ["/api/connect//", `${location.origin}/api/connect`, "/"],
  ["/en/api/connect/", `${location.origin}/en/api/connect`, "/"],
  ["api/connect", `${location.origin}/api/connect`, ""],
  ["/", location.origin, "/"],
  ["", location.origin, ""],
  ["https://app.example.com", "https://app.example.com", ""],
  ["https://app.example.com/", "https://app.example.com", "/"],
  ["https://app.example.com/api/connect/", "https://app.example.com/api/connect", "/"],
])("writes every address below the endpoint %j as it does", async (endpoint, base, slash) => {
  const api = createConnectApi({ endpoint, credentials: "same-origin", headers: () => ({}) });
  await api.listConnectors();
  await api.listConnections("team", undefined, true);
  await api.createSession({});
  await api.readSession("s/1");
  await api.endSession("s/1");
  await api.saveConnection({ key: "k", sessionId: "s" });
  await api.updateConnection("a/b?c", { name: "Work" });
  await api.deleteConnection("a/b?c");
  expect(asked.mock.calls.map(([address, { method }]) => `${method} ${address}`)).toEqual([
    `GET ${base}/connectors${slash}`,
    `GET ${base}/connections${slash}?identityType=team&refresh=true`,
    `POST ${base}/sessions${slash}`,
    `GET ${base}/sessions/s%2F1${slash}`,
    `DELETE ${base}/sessions/s%2F1${slash}`,
    `POST ${base}/connections${slash}`,
    `PATCH ${base}/connections/a%2Fb%3Fc${slash}`,
    `DELETE ${base}/connections/a%2Fb%3Fc${slash}`,
  ]);
});

it("asks nothing at an endpoint that is no address, and says which option is wrong", async () => {
  vi.spyOn(console, "error").mockReturnValue();
  const endpoint = "/api/connect?tenant=1";
  const api = createConnectApi({ endpoint, credentials: "same-origin", headers: () => ({}) });
  await expect(api.listConnectors()).rejects.toMatchObject({
    code: "misconfigured",
    message: expect.stringContaining("endpoint"),
  });
  expect(asked).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});
