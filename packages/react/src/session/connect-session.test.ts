import type { Connection, Connector, SessionResponse } from "@authkit-ui/contract";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ConnectError } from "../api/connect-error.ts";
import { connection } from "../connections-list/connections.fixtures.ts";
import { connectors } from "../connector-gallery/connectors.fixtures.ts";
import { layerOrigin } from "../ui/layer-origin.ts";
import {
  type ConnectSession,
  type ConnectSessionDependencies,
  startConnectSession,
} from "./connect-session.ts";
import { isFrameHidden, type SessionTarget } from "./session-state.ts";
import { currentSession } from "./session-store.ts";

const gmail = connectors.find(({ platform }) => platform === "gmail") as Connector;
const forGmail: SessionTarget = {
  platform: "gmail",
  identityType: "user",
  reconnectId: undefined,
};
const forAny: SessionTarget = { ...forGmail, platform: undefined };
const key = "conn_test_gmail_1";

/** A promise that is settled from outside. */
function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<Value>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  return { promise, resolve, reject };
}

/** A server and an AuthKit that do what a test says. */
function createDependencies(overrides: Partial<ConnectSessionDependencies["api"]> = {}) {
  let tickets = 0;
  let remote: SessionResponse = { state: "created" };
  const api = {
    createSession: vi.fn(async () => {
      tickets += 1;
      return {
        id: `session-${tickets}`,
        ticket: `ticket-${tickets}`,
        ticketExpiresAt: "2026-01-01T00:10:00.000Z",
        viewer: "v",
      };
    }),
    readSession: vi.fn(async () => remote),
    endSession: vi.fn(async () => {}),
    saveConnection: vi.fn(async () => connection({ platform: "gmail" })),
    ...overrides,
  };
  const deps = {
    api,
    endpoint: "https://product.test/api/connect",
    defaultBaseUrl: "https://authkit.test",
    loadAuthKit: vi.fn(async () => {}),
    authKitOptions: () => ({}),
    findConnector: vi.fn(async (platform: string) => (platform === "gmail" ? gmail : null)),
    findUnconfirmed: vi.fn<ConnectSessionDependencies["findUnconfirmed"]>(async () => null),
    onSaved: vi.fn<(connection: Connection) => void>(),
    emit: vi.fn<ConnectSessionDependencies["emit"]>(),
  };
  return {
    ...deps,
    answer: (next: SessionResponse) => {
      remote = next;
    },
    events: () => deps.emit.mock.calls.map(([event]) => event.name),
  };
}

let session: ConnectSession | null = null;
const start = (deps: ConnectSessionDependencies, target: SessionTarget = forGmail) => {
  session = startConnectSession(deps, target, { key: "a", openedFrom: layerOrigin(null) });
  return session;
};
const phaseOf = ({ getState }: ConnectSession) => getState().phase;
/** Lets what is pending settle, then moves the clock. */
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  session?.end({ type: "cancelled" });
  vi.useRealTimers();
});

describe("a connect session", () => {
  it("asks for its ticket while AuthKit is still loading, and opens one frame", async () => {
    const loading = deferred<void>();
    const deps = { ...createDependencies(), loadAuthKit: () => loading.promise };
    const { api } = deps;
    const started = start(deps);
    await pass(0);
    expect(api.createSession).toHaveBeenCalledOnce();
    expect(started.getState()).toMatchObject({
      phase: "preparing",
      connector: gmail,
      frameNumber: 0,
    });
    expect(started.frameOptions()).toBeNull();
    loading.resolve();
    await pass(0);
    expect(started.getState()).toMatchObject({
      phase: "opening",
      frameNumber: 1,
      host: "authkit.test",
    });
    expect(started.frameOptions()).toMatchObject({ ticket: "ticket-1" });
  });

  it("opens when the server has issued AuthKit's token", async () => {
    const deps = createDependencies();
    const started = start(deps);
    await pass(0);
    expect(phaseOf(started)).toBe("opening");
    deps.answer({ state: "token_issued" });
    await pass(250);
    expect(phaseOf(started)).toBe("open");
    expect(deps.events()).toEqual(["connect_started", "connect_opened"]);
  });

  it("says after two seconds that AuthKit takes long, and after ten that it is blocked", async () => {
    const deps = createDependencies();
    const started = start(deps);
    await pass(1_999);
    expect(started.getState().isSlow).toBe(false);
    await pass(1);
    expect(started.getState().isSlow).toBe(true);
    await pass(7_999);
    expect(phaseOf(started)).toBe("opening");
    await pass(1);
    expect(started.getState()).toMatchObject({
      phase: "blocked",
      error: { code: "frame_blocked", host: "authkit.test" },
    });
    expect(isFrameHidden(started.getState())).toBe(true);
    deps.answer({ state: "token_issued" });
    await pass(2_000);
    expect(phaseOf(started)).toBe("open");
    expect(isFrameHidden(started.getState())).toBe(false);
  });

  it("keeps AuthKit's page visible until the server can say that nobody uses it", async () => {
    const readSession = vi.fn(async (): Promise<SessionResponse> => {
      throw new ConnectError("network", "");
    });
    const started = start(createDependencies({ readSession }));
    await pass(10_000);
    expect(phaseOf(started)).toBe("blocked");
    expect(isFrameHidden(started.getState())).toBe(false);
    readSession.mockResolvedValue({ state: "created" });
    await pass(2_000);
    expect(phaseOf(started)).toBe("blocked");
    expect(isFrameHidden(started.getState())).toBe(true);
  });

  it("saves a reported connection, then ends as connected", async () => {
    const deps = createDependencies();
    const onConnected = vi.fn();
    const started = start(deps);
    started.observe({ onConnected });
    await pass(0);
    started.handleMessage({ type: "success", key });
    await pass(0);
    expect(deps.api.saveConnection).toHaveBeenCalledWith(
      { key, sessionId: "session-1" },
      expect.any(AbortSignal),
    );
    expect(phaseOf(started)).toBe("connected");
    expect(deps.onSaved).toHaveBeenCalledOnce();
    await pass(100);
    await expect(started.outcome).resolves.toMatchObject({ type: "connected" });
    expect(onConnected).toHaveBeenCalledOnce();
    expect(currentSession()).toBeNull();
    expect(deps.api.endSession).toHaveBeenCalledWith("session-1");
  });

  it("stays open after a connection when it has no platform", async () => {
    const deps = createDependencies();
    const started = start(deps, forAny);
    await pass(0);
    started.handleMessage({ type: "success", key });
    await pass(100);
    started.handleMessage({ type: "success", key: `${key}-other` });
    await pass(100);
    expect(phaseOf(started)).toBe("open");
    started.close();
    const outcome = await started.outcome;
    expect(outcome.type === "connected" && outcome.connections).toHaveLength(2);
  });

  it("keeps what could not be saved, and saves it when somebody tries again", async () => {
    const saveConnection = vi
      .fn<ConnectSessionDependencies["api"]["saveConnection"]>()
      .mockRejectedValueOnce(new ConnectError("internal", "down"))
      .mockRejectedValueOnce(new ConnectError("internal", "down"))
      .mockResolvedValueOnce(connection({ platform: "gmail" }));
    const started = start(createDependencies({ saveConnection }));
    await pass(0);
    started.handleMessage({ type: "success", key });
    await pass(0);
    expect(phaseOf(started)).toBe("not_saved");
    started.retry();
    await pass(0);
    expect(phaseOf(started)).toBe("connected");
    expect(saveConnection).toHaveBeenCalledTimes(3);
  });

  it("takes what it could not save from the server's list", async () => {
    const deps = createDependencies({
      saveConnection: () => Promise.reject(new ConnectError("not_found", "No such session.")),
    });
    deps.findUnconfirmed.mockResolvedValueOnce(connection({ platform: "gmail" }));
    const started = start(deps);
    await pass(0);
    started.handleMessage({ type: "success", key });
    await pass(100);
    await expect(started.outcome).resolves.toMatchObject({ type: "connected" });
    expect(deps.onSaved).toHaveBeenCalledOnce();
  });

  it("looks in the list beside what it has saved already", async () => {
    const first = connection({ platform: "gmail" });
    const saveConnection = vi
      .fn<ConnectSessionDependencies["api"]["saveConnection"]>()
      .mockResolvedValueOnce(first)
      .mockRejectedValue(new ConnectError("not_found", "No such session."));
    const deps = createDependencies({ saveConnection });
    const started = start(deps, forAny);
    await pass(0);
    started.handleMessage({ type: "success", key });
    await pass(100);
    started.handleMessage({ type: "success", key: `${key}-other` });
    await pass(100);
    expect(deps.findUnconfirmed).toHaveBeenCalledWith(expect.anything(), [first]);
    expect(phaseOf(started)).toBe("not_saved");
  });

  it("ends as not saved when the list does not have it either", async () => {
    const cause = new ConnectError("internal", "Down.", { requestId: "r-1" });
    const started = start(createDependencies({ saveConnection: () => Promise.reject(cause) }));
    await pass(0);
    started.handleMessage({ type: "success", key });
    await pass(0);
    started.close();
    await expect(started.outcome).resolves.toMatchObject({
      type: "not_saved",
      error: { code: "not_saved", requestId: "r-1", cause },
    });
  });

  it("waits for a save that is running when the dialog is closed", async () => {
    const saved = deferred<Connection>();
    const started = start(createDependencies({ saveConnection: () => saved.promise }));
    await pass(0);
    started.handleMessage({ type: "success", key });
    await pass(0);
    started.close();
    expect(started.getState()).toMatchObject({ phase: "saving", isVisible: false });
    saved.resolve(connection({ platform: "gmail" }));
    await pass(100);
    await expect(started.outcome).resolves.toMatchObject({ type: "connected" });
  });

  it("ends as cancelled, and ends its ticket, when the dialog is closed", async () => {
    const deps = createDependencies();
    const started = start(deps);
    await pass(0);
    started.close();
    await expect(started.outcome).resolves.toEqual({ type: "cancelled" });
    expect(deps.api.endSession).toHaveBeenCalledWith("session-1");
    expect(deps.events()).toEqual(["connect_started", "connect_cancelled"]);
  });

  it("ends its ticket when it is closed while AuthKit is still loading", async () => {
    const loading = deferred<void>();
    const deps = { ...createDependencies(), loadAuthKit: () => loading.promise };
    const started = start(deps);
    await pass(0);
    started.close();
    loading.resolve();
    await pass(0);
    expect(deps.api.endSession).toHaveBeenCalledWith("session-1");
    expect(started.frameOptions()).toBeNull();
  });

  it("ends a ticket that arrives after the session was closed", async () => {
    const created =
      deferred<Awaited<ReturnType<ConnectSessionDependencies["api"]["createSession"]>>>();
    const deps = createDependencies({ createSession: () => created.promise });
    const started = start(deps);
    await pass(0);
    started.close();
    created.resolve({ id: "late", ticket: "t", ticketExpiresAt: "2026-01-01", viewer: "v" });
    await pass(0);
    expect(deps.api.endSession).toHaveBeenCalledWith("late");
  });
});

describe("a connect session that is refused", () => {
  it("shows why, and takes a new ticket when somebody tries again", async () => {
    const deps = createDependencies();
    const started = start(deps);
    await pass(0);
    deps.answer({ state: "token_refused", code: "upstream_forbidden" });
    await pass(250);
    expect(started.getState()).toMatchObject({
      phase: "refused",
      error: { code: "upstream_forbidden" },
    });
    deps.answer({ state: "created" });
    started.retry();
    await pass(0);
    expect(started.getState()).toMatchObject({ phase: "opening", frameNumber: 2 });
    expect(started.frameOptions()).toMatchObject({ ticket: "ticket-2" });
    expect(deps.api.endSession).toHaveBeenCalledWith("session-1");
  });

  it.each(["ticket_invalid", "ticket_expired", "ticket_spent"] as const)(
    "offers to start again when the ticket's use ends with %s",
    async (code) => {
      const deps = createDependencies();
      const started = start(deps);
      await pass(0);
      deps.answer({ state: "token_refused", code });
      await pass(250);
      expect(started.getState()).toMatchObject({ phase: "expired", error: null });
    },
  );

  it("ends at once when nobody is signed in", async () => {
    const createSession = async () => {
      throw new ConnectError("unauthorized", "Nobody is signed in.");
    };
    const onError = vi.fn();
    const started = start(createDependencies({ createSession }));
    started.observe({ onError });
    await expect(started.outcome).resolves.toMatchObject({ type: "unauthorized" });
    await pass(0);
    expect(onError).toHaveBeenCalledOnce();
  });

  it("ends as not enabled when the catalog does not have the platform", async () => {
    const deps = createDependencies();
    const started = start(deps, { ...forGmail, platform: "gmial" });
    await expect(started.outcome).resolves.toMatchObject({ type: "not_enabled" });
    expect(deps.api.endSession).toHaveBeenCalledWith("session-1");
  });

  it("ends as misconfigured before anything is asked of the server", async () => {
    const deps = { ...createDependencies(), authKitOptions: () => ({ baseUrl: "/authkit" }) };
    const started = start(deps);
    await expect(started.outcome).resolves.toMatchObject({ type: "misconfigured" });
    expect(deps.api.createSession).not.toHaveBeenCalled();
  });

  it("ends as misconfigured when a `reconnectId` comes without its platform", async () => {
    const deps = createDependencies();
    const started = start(deps, { ...forAny, reconnectId: "account-1" });
    await expect(started.outcome).resolves.toMatchObject({ type: "misconfigured" });
    expect(deps.api.createSession).not.toHaveBeenCalled();
  });

  it("can be tried again when the server no longer knows the session", async () => {
    const readSession = () => Promise.reject(new ConnectError("not_found", "No such session."));
    const started = start(createDependencies({ readSession }));
    await pass(0);
    expect(started.getState()).toMatchObject({ phase: "refused", error: { code: "internal" } });
    started.retry();
    await pass(0);
    expect(started.getState()).toMatchObject({ frameNumber: 2 });
  });

  it("ends as a network failure when its code cannot be loaded", async () => {
    const error = new ConnectError("network", "A part of the code could not be loaded.");
    const deps = {
      ...createDependencies(),
      loadAuthKit: async () => {
        throw error;
      },
    };
    const started = start(deps);
    await expect(started.outcome).resolves.toEqual({ type: "network", error });
  });
});
