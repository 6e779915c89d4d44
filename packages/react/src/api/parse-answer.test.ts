import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type ConnectApi, createConnectApi } from "./client.ts";

const endpoint = "/api/connect";
const api = createConnectApi({ endpoint, credentials: "same-origin", headers: () => ({}) });

/** What the next request is answered with. */
function answer(body: unknown, type = "application/json") {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const headers = { "content-type": type };
  vi.stubGlobal("fetch", async () => new Response(text, { headers }));
}
beforeEach(() => {
  vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const connection = {
  id: "connection-0",
  key: "test::gmail::default::0",
  platform: "gmail",
  name: null,
  environment: "test",
  state: "operational",
  identityType: "user",
  can: { reconnect: true, rename: true, disconnect: true },
  createdAt: "2026-01-01T00:00:00.000Z",
  updatedAt: "2026-01-01T00:00:00.000Z",
};
const connector = { platform: "gmail", name: "Gmail", category: null, image: null, tags: [] };
const request = {
  id: "request-0",
  platform: "gmail",
  identityType: "user",
  reason: "choose",
  status: "pending",
  action: "gmail.send",
  candidates: [connection],
  expiresAt: "2030-01-01T00:00:00.000Z",
};
const session = {
  id: "session-0",
  ticket: "ticket-0",
  ticketExpiresAt: "2030-01-01T00:00:00.000Z",
  viewer: "viewer-0",
};
const connectionFields = ["id", "platform", "state", "createdAt", "can"];
const requestFields = [
  "id",
  "platform",
  "identityType",
  "reason",
  "status",
  "action",
  "candidates",
] as const;

interface Endpoint {
  ask: (api: ConnectApi) => Promise<unknown>;
  /** What the server answers. */
  good: Record<string, unknown>;
  /** The fields of it without which the kit cannot go on. */
  needs: readonly string[];
}
const endpoints: Record<string, Endpoint> = {
  "GET /connectors": {
    ask: (api) => api.listConnectors(),
    good: { connectors: [connector], total: 1 },
    needs: ["connectors"],
  },
  "GET /connections": {
    ask: (api) => api.listConnections("user"),
    good: { connections: [connection], stale: false, viewer: "viewer-0" },
    needs: ["connections", "viewer"],
  },
  "POST /sessions": {
    ask: (api) => api.createSession({ platform: "gmail" }),
    good: session,
    needs: ["id", "ticket", "ticketExpiresAt", "viewer"],
  },
  "GET /sessions/:id": {
    ask: (api) => api.readSession("session-0"),
    good: { state: "created" },
    needs: ["state"],
  },
  "POST /connections": {
    ask: (api) => api.saveConnection({ key: "key", sessionId: "session-0" }),
    good: connection,
    needs: connectionFields,
  },
  "PATCH /connections/:id": {
    ask: (api) => api.updateConnection("connection-0", { name: "Mail" }),
    good: connection,
    needs: connectionFields,
  },
  "GET /connection-requests/:id": {
    ask: (api) => api.readConnectionRequest("request-0"),
    good: request,
    needs: requestFields,
  },
  "POST /connection-requests/:id": {
    ask: (api) => api.answerConnectionRequest("request-0", { declined: true }),
    good: request,
    needs: requestFields,
  },
  "POST /connection-requests/:id/continue": {
    ask: (api) => api.continueConnectionRequest("request-0"),
    good: { status: "done", connectionId: "connection-0", result: null },
    needs: ["status"],
  },
};
/** JSON of servers that are not ours. */
const foreign = [null, true, 0, [], {}, "<!doctype html>", { error: "Bad gateway" }, { data: {} }];

describe.each(Object.entries(endpoints))("%s", (name, { ask, good, needs }) => {
  const invalid = {
    name: "ConnectError",
    code: "invalid_answer",
    message: `The answer of ${name} is not what @authkit-ui/contract describes. Are the kit and the server of one version?`,
  };

  it("is taken from our server", async () => {
    answer(good);
    await expect(ask(api)).resolves.toMatchObject(good);
  });

  it.each(foreign.map((body) => JSON.stringify(body)))(
    "is an invalid answer, which names the endpoint, from a server that says %s",
    async (body) => {
      answer(body);
      await expect(ask(api)).rejects.toMatchObject(invalid);
    },
  );

  it.each(needs)("is an invalid answer without %s", async (field) => {
    for (const value of [undefined, null, "", 7]) {
      answer({ ...good, [field]: value });
      await expect(ask(api)).rejects.toMatchObject(invalid);
    }
  });
});

describe.each([
  ...Object.entries(endpoints).map(([name, { ask }]) => [name, ask] as const),
  ["DELETE /connections/:id", (api: ConnectApi) => api.deleteConnection("connection-0")] as const,
  ["DELETE /sessions/:id", (api: ConnectApi) => api.endSession("session-0")] as const,
])("%s, which a proxy answers in the server's place", (name, ask) => {
  const [method, path = ""] = name.split(" ");
  const address = `${method} ${endpoint}${path.replace(/:id.*/, "")}`;

  it.each([
    ["a page", "text/html; charset=utf-8", "answered text/html; charset=utf-8 instead of JSON"],
    ["a page that it calls JSON", "application/json", "answered with broken JSON"],
  ])("is an invalid answer, which names the address, when it is %s", async (_what, type, said) => {
    answer("<!doctype html><title>Sign in</title>", type);
    const error = await ask(api).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: "ConnectError", code: "invalid_answer", status: 200 });
    expect(error).toHaveProperty("message", expect.stringContaining(address));
    expect(error).toHaveProperty("message", expect.stringContaining(said));
  });
});

describe("A request for a connection", () => {
  it.each([{ status: "settled" }, { status: "Connected" }, { reason: "expired" }])(
    "of a server that knows more than the kit, with %j, is not taken for another",
    async (part) => {
      answer({ ...request, ...part });
      await expect(api.readConnectionRequest("request-0")).rejects.toMatchObject({
        code: "invalid_answer",
      });
    },
  );

  it("keeps the candidates that can be shown", async () => {
    answer({ ...request, candidates: [null, { id: "connection-1" }, connection] });
    await expect(api.readConnectionRequest("request-0")).resolves.toMatchObject({
      candidates: [connection],
    });
  });
});

describe("The outcome of a call", () => {
  const outcome = {
    status: "connection_required",
    platform: "gmail",
    reason: "choose",
    requestId: "request-0",
  };

  it("that waits for the person again holds a request that can be shown", async () => {
    answer({ ...outcome, request: { ...request, candidates: [null, connection] } });
    await expect(api.continueConnectionRequest("request-0")).resolves.toMatchObject({
      request: { ...request, candidates: [connection] },
    });
  });

  it.each([undefined, { ...request, status: "settled" }])(
    "that waits for the person again with the request %j is an invalid answer",
    async (unknown) => {
      answer({ ...outcome, request: unknown });
      await expect(api.continueConnectionRequest("request-0")).rejects.toMatchObject({
        code: "invalid_answer",
      });
    },
  );
});

describe("The accounts", () => {
  it.each(connectionFields)(
    "are shown without one that lacks %s, of which the console tells",
    async (field) => {
      const warn = vi.spyOn(console, "warn").mockReturnValue();
      const broken = { ...connection, id: "connection-1", [field]: null };
      answer({ connections: [broken, connection], stale: false, viewer: "viewer-0" });
      const { connections } = await api.listConnections("user");
      expect(connections).toEqual([connection]);
      expect(warn).toHaveBeenCalledExactlyOnceWith(
        expect.stringContaining("1 of 2 rows of GET /connections"),
      );
    },
  );

  it("count as current unless the server says that they are old", async () => {
    for (const [stale, expected] of [
      [true, true],
      [false, false],
      [undefined, false],
    ]) {
      answer({ connections: [], stale, viewer: "viewer-0" });
      expect((await api.listConnections("user")).stale).toBe(expected);
    }
  });
});
