import {
  type AgentOutcome,
  type AnswerConnectionRequest,
  type Connection,
  type ConnectionRequest,
  type Connector,
  type CreateSessionRequest,
  defaultBasePath,
  type Problem,
  problemContentType,
  type SaveConnectionRequest,
  type UpdateConnectionRequest,
} from "@authkit-ui/contract";
import { type AuthKitPageMessage, answerAuthKitFrames } from "./authkit-frames.ts";

/** A row of the mocked server: its platform, and what the test needs besides. */
type MockRow<Row extends { platform: string }> = {
  [Field in keyof Row]?: Row[Field] | undefined;
} & Pick<Row, "platform">;

/** Options of {@link mockConnect}. */
export interface MockConnectOptions {
  /** The provider's `endpoint`. @default "/api/connect" */
  endpoint?: string | undefined;
  /**
   * The catalog; a row needs no more than its platform.
   * @default Gmail, Slack, HubSpot, Notion and Stripe
   */
  connectors?: readonly MockRow<Connector>[] | undefined;
  /**
   * The connected accounts; a row needs no more than its platform. With an `access`, the row's menu
   * offers the levels.
   * @default none
   */
  connections?: readonly MockRow<Connection>[] | undefined;
  /**
   * The requests for a connection that calls of an agent wait for; a row needs no more than its
   * platform. The mocked server settles a request only by its own accounts, as your server does.
   * @default none
   */
  connectionRequests?: readonly MockRow<ConnectionRequest>[] | undefined;
  /**
   * What the call of a request returns once an account is connected for it and the page continues
   * it. A call that still waits, was declined or is unavailable says so by itself.
   * @default `{ status: "done", connectionId, result: null }`
   */
  callOutcome?: AgentOutcome | undefined;
  /**
   * What AuthKit's page does once it is open: it connects an account, reports a declined consent
   * and closes, or waits until the dialog is closed.
   * @default "connect"
   */
  authKit?: "connect" | "decline" | "wait" | undefined;
  /**
   * What `describeAccount` of your server says of an account that AuthKit's page connects, e.g. an
   * address.
   * @default none
   */
  account?: string | undefined;
}

/** What {@link mockConnect} returns. */
export interface MockConnect {
  /** The accounts that the mocked server holds now. */
  readonly connections: readonly Connection[];
  /** The requests as they stand now. */
  readonly connectionRequests: readonly ConnectionRequest[];
  /** Puts the earlier `fetch` back. */
  restore: () => void;
}

const defaultConnectors = [
  { platform: "gmail", name: "Gmail", category: "Email" },
  { platform: "slack", name: "Slack", category: "Messaging" },
  { platform: "hubspot", name: "HubSpot", category: "CRM" },
  { platform: "notion", name: "Notion", category: "Notes & Documents" },
  { platform: "stripe", name: "Stripe", category: "Payments" },
];

const viewer = "mock-viewer";
const date = "2026-01-01T00:00:00.000Z";

/** Without the fields that are `undefined`: they keep their defaults. */
const given = <Row extends object>(row: Row) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as {
    [Field in keyof Row]: Exclude<Row[Field], undefined>;
  };

const toConnector = (row: MockRow<Connector>): Connector => ({
  name: row.platform,
  category: null,
  image: null,
  tags: [],
  actionCount: 1,
  ...given(row),
});

const toConnection = (row: MockRow<Connection>, index: number): Connection => ({
  id: `connection-${index}`,
  key: `test::${row.platform}::default::${index}`,
  name: null,
  environment: "test",
  state: "operational",
  identityType: "user",
  can: {
    reconnect: true,
    rename: true,
    disconnect: true,
    ...(row.access && { setAccess: true }),
  },
  createdAt: date,
  updatedAt: date,
  ...given(row),
});

const toRequest = (row: MockRow<ConnectionRequest>, index: number): ConnectionRequest => ({
  id: `request-${index}`,
  identityType: "user",
  reason: "missing",
  status: "pending",
  action: `${row.platform}.send`,
  candidates: [],
  expiresAt: new Date(Date.now() + 24 * 60 * 60 * 1_000).toISOString(),
  ...given(row),
});

/** A pending request as its person's accounts decide it. */
function check(request: ConnectionRequest, connections: readonly Connection[]): ConnectionRequest {
  if (request.status !== "pending") return request;
  const { platform, identityType } = request;
  const own = connections.filter(
    (row) => row.platform === platform && row.identityType === identityType,
  );
  const broken = own.filter(({ state }) => state === "failed" || state === "gone");
  const working = own.filter((row) => !broken.includes(row));
  const [first] = working;
  if (first && working.length === 1) {
    return { ...request, status: "connected", connectionId: first.id, candidates: [] };
  }
  if (first) return { ...request, reason: "choose", candidates: working };
  return { ...request, reason: broken.length > 0 ? "broken" : "missing", candidates: broken };
}

/** As much of a `Response` as the kit reads: jsdom has none. */
function respond(status: number, body?: object): Response {
  const contentType = status < 400 ? "application/json" : problemContentType;
  const response: Pick<Response, "ok" | "status" | "redirected" | "headers" | "json"> = {
    ok: status < 400,
    status,
    redirected: false,
    headers: new Headers({ "content-type": contentType }),
    // A copy, as from a server: what the page does with it changes nothing here.
    json: async () => JSON.parse(JSON.stringify(body)),
  };
  return response as Response;
}

function refuse(status: number, code: Problem["code"], detail: string): Response {
  const problem: Problem = {
    type: "about:blank",
    title: code,
    status,
    detail,
    code,
    requestId: "mock",
  };
  return respond(status, problem);
}

const notFound = (path: string) => refuse(404, "not_found", `mockConnect has nothing at ${path}.`);

/** Whether the kit made a request: nobody else asks so for addresses that end so. */
function isFromKit({ pathname }: URL, init: RequestInit | undefined): boolean {
  return (
    /\/(connectors|connections|sessions)\/?$/.test(pathname) &&
    init !== undefined &&
    new Headers(init.headers).get("accept") === "application/json" &&
    init.keepalive !== undefined &&
    init.cache !== undefined
  );
}

let restoreCurrent = () => {};

/**
 * Stands in for your server and for AuthKit's page in a component test: answers the kit's requests
 * from memory, and connects an account as soon as AuthKit's page opens. Other requests go to the
 * `fetch` that was there before. Call it before each test: every call starts afresh.
 *
 * It does not replace a test in a browser, where `@authkit-ui/emulator` shows a page to sign in on.
 *
 * @example
 * beforeEach(() => {
 *   mockConnect({ connections: [{ platform: "slack", name: "Acme" }] });
 * });
 */
export function mockConnect(options: MockConnectOptions = {}): MockConnect {
  restoreCurrent();
  const { endpoint = defaultBasePath, authKit = "connect", account } = options;
  const base = new URL(endpoint.replace(/\/+$/, ""), document.baseURI).href;
  const connectors = (options.connectors ?? defaultConnectors).map(toConnector);
  let connections = (options.connections ?? []).map(toConnection);
  let requests = (options.connectionRequests ?? []).map(toRequest);
  let count = connections.length;
  const sessions = new Map<string, CreateSessionRequest>();

  function createSession(body: CreateSessionRequest): Response {
    const id = `session-${sessions.size}`;
    sessions.set(id, body);
    const ticketExpiresAt = new Date(Date.now() + 600_000).toISOString();
    return respond(201, { id, ticket: "mock-ticket", ticketExpiresAt, viewer });
  }

  function save({ key, sessionId }: SaveConnectionRequest): Response {
    const session = sessions.get(sessionId);
    if (!session) return notFound("/connections");
    const {
      reconnectId,
      identityType = "user",
      platform = connectors[0]?.platform ?? "",
    } = session;
    if (reconnectId !== undefined) return update(reconnectId, { key, state: "operational" });
    const connection = toConnection({ platform, identityType, key, account }, count);
    count += 1;
    connections = [...connections, connection];
    return respond(201, connection);
  }

  function update(id: string, change: Partial<Connection>): Response {
    connections = connections.map((row) => (row.id === id ? { ...row, ...change } : row));
    const connection = connections.find((row) => row.id === id);
    return connection ? respond(200, connection) : notFound("/connections/:id");
  }

  /** The requests as they stand now: reading one settles it. */
  const checkRequests = () => {
    requests = requests.map((request) => check(request, connections));
    return requests;
  };

  function answerRequest(id: string, body: AnswerConnectionRequest | undefined): Response {
    const request = checkRequests().find((row) => row.id === id);
    if (!request) return notFound("/connection-requests/:id");
    if (!body || request.status !== "pending") return respond(200, request);
    const answered = ((): ConnectionRequest | null => {
      if ("declined" in body) return { ...request, status: "declined", candidates: [] };
      const { connectionId } = body;
      const isWorking = connections.some(
        (row) => row.id === connectionId && check(request, [row]).status === "connected",
      );
      return isWorking ? { ...request, status: "connected", connectionId, candidates: [] } : null;
    })();
    if (!answered) {
      return refuse(409, "connection_conflict", "The account does not work for this request.");
    }
    requests = requests.map((row) => (row.id === id ? answered : row));
    return respond(200, answered);
  }

  function continueCall(id: string): Response {
    const request = checkRequests().find((row) => row.id === id);
    if (!request) return notFound("/connection-requests/:id/continue");
    const { status, platform, reason, connectionId = "" } = request;
    const outcomes: Record<ConnectionRequest["status"], AgentOutcome> = {
      pending: { status: "connection_required", platform, reason, requestId: id, request },
      connected: options.callOutcome ?? { status: "done", connectionId, result: null },
      declined: { status: "declined", platform, requestId: id },
      unavailable: { status: "unavailable", platform, requestId: id },
    };
    return respond(200, outcomes[status]);
  }

  function answer(method: string, url: URL, path: string, body: unknown): Response {
    const [, collection, encodedId, action] = path.split("/");
    const id = encodedId === undefined ? undefined : decodeURIComponent(encodedId);
    const route = [collection, ...(id === undefined ? [] : [":id"]), ...(action ? [action] : [])];
    switch (`${method} /${route.join("/")}`) {
      case "GET /connectors":
        return respond(200, { connectors, total: connectors.length });
      case "GET /connections": {
        const identityType = url.searchParams.get("identityType") ?? "user";
        const own = connections.filter((row) => row.identityType === identityType);
        return respond(200, { connections: own, stale: false, viewer });
      }
      case "POST /connections":
        return save(body as SaveConnectionRequest);
      case "PATCH /connections/:id": {
        const change = body as UpdateConnectionRequest;
        if ("access" in change) return update(id ?? "", change);
        const name = change.name.trim();
        return update(id ?? "", { name: name === "" ? null : name });
      }
      case "DELETE /connections/:id":
        connections = connections.filter((row) => row.id !== id);
        return respond(204);
      case "POST /sessions":
        return createSession(body as CreateSessionRequest);
      case "GET /sessions/:id":
        return respond(200, { state: "created" });
      case "DELETE /sessions/:id":
        return respond(204);
      case "GET /connection-requests/:id":
        return answerRequest(id ?? "", undefined);
      case "POST /connection-requests/:id":
        return answerRequest(id ?? "", body as AnswerConnectionRequest);
      case "POST /connection-requests/:id/continue":
        return continueCall(id ?? "");
      default:
        return notFound(`${method} ${path}`);
    }
  }

  let hasWarned = false;
  /** A test that waits for what the mocked server would have answered says nothing of the cause. */
  function warnOnce({ origin, pathname }: URL) {
    if (hasWarned) return;
    hasWarned = true;
    const asked = pathname.replace(/\/\w+\/?$/, "");
    const isSameOrigin = origin === new URL(document.baseURI).origin;
    console.warn(
      `authkit-ui: mockConnect() answers only below "${endpoint}", and the kit asked ` +
        `${origin}${pathname}. Call mockConnect({ endpoint: "${isSameOrigin ? "" : origin}${asked}" }), ` +
        "with the endpoint of your <ConnectProvider>.",
    );
  }

  const earlierFetch = globalThis.fetch;
  const mockedFetch: typeof fetch = async (input, init) => {
    const address = typeof input === "object" && "url" in input ? input.url : input;
    const url = new URL(address, document.baseURI);
    const isOurs = url.href.startsWith(`${base}/`);
    if (!isOurs) {
      if (isFromKit(url, init)) warnOnce(url);
      return earlierFetch(input, init);
    }
    const path = url.pathname.slice(new URL(base).pathname.length).replace(/\/$/, "");
    const body = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
    return answer(init?.method ?? "GET", url, path, body);
  };
  globalThis.fetch = mockedFetch;

  const messages: Record<typeof authKit, () => AuthKitPageMessage[]> = {
    connect: () => [
      { messageType: "LINK_SUCCESS", message: { key: `test::mock::default::${count}` } },
    ],
    decline: () => [
      { messageType: "LINK_ERROR", message: "The person declined." },
      { messageType: "EXIT_EVENT_LINK" },
    ],
    wait: () => [],
  };
  const stopAnswering = answerAuthKitFrames(messages[authKit]);

  const restore = () => {
    stopAnswering();
    if (globalThis.fetch === mockedFetch) globalThis.fetch = earlierFetch;
  };
  restoreCurrent = restore;
  return {
    get connections() {
      return connections;
    },
    get connectionRequests() {
      return checkRequests();
    },
    restore,
  };
}
