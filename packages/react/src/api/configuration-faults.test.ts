import type { problemStatuses } from "@authkit-ui/contract";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createConnectApi } from "./client.ts";
import { reportConfigurationFault } from "./configuration-faults.ts";
import { ConnectError, type ConnectErrorCode, isConfigurationFault } from "./connect-error.ts";

beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});

const lines = () => vi.mocked(console.error).mock.calls.map(([line]) => String(line));

/** Whose fault each code is; a new problem code has to be entered here. */
const isDevelopers: Record<keyof typeof problemStatuses, boolean> = {
  invalid_request: false,
  unauthorized: false,
  ticket_invalid: false,
  ticket_expired: false,
  ticket_spent: false,
  forbidden: false,
  access_denied: false,
  // Some people have no team: that is no mistake.
  identity_type_unavailable: false,
  origin_not_allowed: true,
  // Has a text of its own, which says that it is not turned on.
  platform_not_enabled: false,
  not_found: false,
  route_not_found: true,
  method_not_allowed: true,
  session_ended: false,
  connection_conflict: false,
  body_too_large: false,
  unsupported_media_type: true,
  rate_limited: false,
  internal: false,
  upstream_invalid: false,
  upstream_unauthorized: true,
  // Has a text of its own, which says that the plan is used up.
  upstream_quota_exceeded: false,
  upstream_forbidden: true,
  upstream_unavailable: false,
  provider_refused: false,
  database_unavailable: false,
  database_in_use: true,
  upstream_rate_limited: false,
  upstream_timeout: false,
};

const own: [ConnectErrorCode, boolean][] = [
  ["misconfigured", true],
  ["invalid_answer", true],
  ["offline", false],
  ["network", false],
  ["timeout", false],
  ["frame_blocked", false],
  ["frame_error", false],
];

describe("a fault of the product's setup", () => {
  it.each([...(Object.entries(isDevelopers) as [ConnectErrorCode, boolean][]), ...own])(
    "%s: %s",
    (code, isFault) => {
      expect(isConfigurationFault(code)).toBe(isFault);
      reportConfigurationFault(new ConnectError(code, `What to do about ${code}.`));
      expect(lines()).toHaveLength(isFault ? 1 : 0);
    },
  );

  it("is told to developers once, with its code, its detail and the request", async () => {
    const detail = 'Host is "127.0.0.1:8787". Set `changeOrigin: false` in the proxy.';
    vi.stubGlobal("fetch", () =>
      Promise.resolve(
        Response.json({ code: "origin_not_allowed", detail, requestId: "r_1" }, { status: 403 }),
      ),
    );
    const api = createConnectApi({
      endpoint: "/api/connect",
      credentials: "same-origin",
      headers: () => ({ authorization: "Bearer secret-4711" }),
    });
    const begin = () => api.createSession({ platform: "gmail" });
    await expect(begin()).rejects.toMatchObject({ code: "origin_not_allowed" });
    await expect(begin()).rejects.toMatchObject({ code: "origin_not_allowed" });
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toContain("POST /api/connect/sessions");
    expect(lines()[0]).toContain(`origin_not_allowed: ${detail}`);
    expect(lines()[0]).toContain("docs/troubleshooting.md");
    expect(lines()[0]).not.toContain("4711");
  });

  it("names no connection and no session by the address of the request", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("<!doctype html>", { status: 405 })));
    const api = createConnectApi({
      endpoint: "/api/other",
      credentials: "same-origin",
      headers: () => ({}),
    });
    await expect(api.updateConnection("c_4711", { name: "Work" })).rejects.toThrow();
    expect(lines().join()).toContain("PATCH /api/other/connections");
  });

  it.each([
    ["/api/connect", "/api/connect/connectors/", "/api/connect/"],
    ["/api/connect/", "/api/connect/connectors", "/api/connect"],
  ])("names the endpoint to set when the host redirects %s to %s", async (endpoint, to, right) => {
    const answer = Response.json({ connectors: [], total: 0 });
    Object.defineProperties(answer, {
      redirected: { value: true },
      url: { value: new URL(to, location.href).href },
    });
    vi.stubGlobal("fetch", () => Promise.resolve(answer));
    const api = createConnectApi({ endpoint, credentials: "same-origin", headers: () => ({}) });
    await api.listConnectors();
    expect(lines()).toHaveLength(1);
    expect(lines()[0]).toContain(`endpoint="${right}"`);
  });

  it.each([
    ["throws", () => Promise.reject(new Error("The tenant is unknown."))],
    ["returns nothing", () => Promise.resolve(undefined)],
  ])("names the fault of a wrapper around fetch that %s", async (_what, wrapper) => {
    vi.stubGlobal("fetch", wrapper);
    const api = createConnectApi({
      endpoint: "/api/wrapped",
      credentials: "same-origin",
      headers: () => ({}),
    });
    await expect(api.listConnectors()).rejects.toMatchObject({ code: "network" });
    expect(lines().join()).toMatch(/GET \/api\/wrapped\/connectors failed in the page.*Error: /);
  });

  it("leaves a network that fails to the browser's own words", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    const api = createConnectApi({
      endpoint: "/api/away",
      credentials: "same-origin",
      headers: () => ({}),
    });
    await expect(api.listConnectors()).rejects.toMatchObject({ code: "network" });
    expect(lines()).toEqual([]);
  });

  it("says nothing of slashes when a request was redirected elsewhere", async () => {
    const answer = Response.json({ connectors: [], total: 0 });
    Object.defineProperties(answer, {
      redirected: { value: true },
      url: { value: "https://eu.example.com/api/elsewhere/connectors" },
    });
    vi.stubGlobal("fetch", () => Promise.resolve(answer));
    const api = createConnectApi({
      endpoint: "/api/elsewhere",
      credentials: "same-origin",
      headers: () => ({}),
    });
    await api.listConnectors();
    expect(lines()).toEqual([]);
  });

  it("is not told in production", () => {
    vi.stubEnv("NODE_ENV", "production");
    reportConfigurationFault(new ConnectError("misconfigured", "Told nowhere."));
    expect(lines()).toEqual([]);
  });
});
