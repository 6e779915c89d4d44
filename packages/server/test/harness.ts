import type { Connection, CreateSessionResponse, Problem } from "@authkit-ui/contract";
import { createEmulator, type Emulator, type EmulatorOptions } from "@authkit-ui/emulator";
import {
  type ConnectServer,
  type ConnectServerOptions,
  createConnectServer,
  createMemoryStore,
  type Viewer,
} from "../src/index.ts";

export const authKitOrigin = "http://authkit.test";
export const ownOrigin = "http://product.test";
const basePath = "/api/connect";

/** What a request through the harness may be told apart from its path. */
export interface CallOptions {
  method?: string;
  /** Who is signed in; null: nobody. */
  as?: Viewer | null;
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  address?: string;
}

export interface Harness {
  /** Two people of one team whom no other harness knows. */
  ann: Viewer & { user: string; team: string };
  ben: Viewer & { user: string; team: string };
  emulator: Emulator;
  connect: ConnectServer;
  /** Everything that was logged, as text. */
  log: string[];
  /** Moves the server's clock, which stands otherwise: a busy machine makes nothing expire. */
  advance(milliseconds: number): void;
  call(path: string, options?: CallOptions): Promise<Response>;
  /** The problem of an answer that must be one. */
  problem(path: string, options?: CallOptions): Promise<Problem>;
  session(as: Viewer, body?: object): Promise<CreateSessionResponse>;
  token(ticket: string, query?: string, headers?: Record<string, string>): Promise<Response>;
  /** Connects as the AuthKit page would: a new connection at Pica, then the save. */
  connectAccount(as: Viewer, platform: string, session?: object): Promise<Connection>;
  list(as: Viewer, query?: string): Promise<{ connections: Connection[]; stale: boolean }>;
  /** Requests that reached Pica, as `METHOD path`. */
  upstream(path?: string): string[];
}

/** A cookie that a product's session would be; only the harness's `authenticate` reads it. */
export const cookieOf = (viewer: Viewer) => `session=${encodeURIComponent(JSON.stringify(viewer))}`;

export function viewerOf(request: Request): Viewer | null {
  const [, value] = /(?:^|; )session=([^;]+)/.exec(request.headers.get("cookie") ?? "") ?? [];
  return value ? JSON.parse(decodeURIComponent(value)) : null;
}

/** A real server over a real store; only Pica's cloud is emulated. */
export function createHarness(
  options: Partial<ConnectServerOptions> = {},
  emulatorOptions: Partial<EmulatorOptions> = {},
): Harness {
  const log: string[] = [];
  let offset = 0;
  const start = Date.now();
  const now = () => start + offset;
  const emulator = createEmulator({
    origin: authKitOrigin,
    clock: now,
    requestLogSize: 100_000,
    ...emulatorOptions,
  });
  const write =
    (level: string) =>
    (...parts: unknown[]) => {
      log.push(
        [
          level,
          ...parts.map((part) => (typeof part === "string" ? part : JSON.stringify(part))),
        ].join(" "),
      );
    };
  const connect = createConnectServer({
    secret: "sk_test_local",
    authenticate: viewerOf,
    store: createMemoryStore(),
    authKitOrigins: [authKitOrigin],
    logger: {
      debug: write("debug"),
      info: write("info"),
      warn: write("warn"),
      error: write("error"),
    },
    now,
    ...options,
    fetch: options.fetch ?? ((input, init) => emulator.fetch(new Request(input, init))),
    pica: { baseUrl: "https://pica.test", timeout: 60_000, ...options.pica },
  });

  const call: Harness["call"] = (
    path,
    { method = "GET", as = null, body, headers, address } = {},
  ) =>
    connect.handler(
      new Request(`${ownOrigin}${basePath}${path}`, {
        method,
        headers: {
          ...(as && { cookie: cookieOf(as) }),
          ...(method !== "GET" && { origin: ownOrigin }),
          ...(body !== undefined && { "content-type": "application/json" }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
      }),
      { address },
    );
  const json = async (response: Response) => {
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.status}: ${text}`);
    return JSON.parse(text);
  };

  const suffix = crypto.randomUUID().slice(0, 8);
  const team = `t_marlow_${suffix}`;
  const harness: Harness = {
    ann: { user: `u_ann_${suffix}`, team },
    ben: { user: `u_ben_${suffix}`, team },
    emulator,
    connect,
    log,
    advance: (milliseconds) => {
      offset += milliseconds;
    },
    call,
    problem: async (path, callOptions) => {
      const response = await call(path, callOptions);
      const problem = await response.json();
      if (problem.status !== response.status)
        throw new Error(`not a problem: ${JSON.stringify(problem)}`);
      return problem;
    },
    session: async (as, body = {}) => {
      const created = await json(await call("/sessions", { method: "POST", as, body }));
      // What is done in a session is later than its beginning.
      harness.advance(1);
      return created;
    },
    token: (ticket, query = "", headers = {}) =>
      call(`/token${query}`, {
        method: "POST",
        body: {},
        headers: { origin: authKitOrigin, authorization: `Bearer ${ticket}`, ...headers },
      }),
    connectAccount: async (as, platform, sessionBody = {}) => {
      const { id } = await harness.session(as, { platform, ...sessionBody });
      const identityType = "identityType" in sessionBody ? sessionBody.identityType : "user";
      const type = identityType === "team" ? "team" : "user";
      const { key } = emulator.control.createConnection({
        platform,
        identity: as[type] ?? null,
        identityType: type,
      });
      return json(await call("/connections", { method: "POST", as, body: { key, sessionId: id } }));
    },
    list: async (as, query = "") => json(await call(`/connections${query}`, { as })),
    upstream: (path = "") =>
      emulator.control
        .requests()
        .map((request) => `${request.method} ${request.path}`)
        .filter((line) => line.includes(path)),
  };
  return harness;
}
