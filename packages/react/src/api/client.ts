import {
  type AgentOutcome,
  type AnswerConnectionRequest,
  type Connection,
  type ConnectionRequest,
  type ConnectionsResponse,
  type ConnectorsResponse,
  type CreateSessionRequest,
  type CreateSessionResponse,
  type IdentityType,
  routes,
  type SaveConnectionRequest,
  type SessionResponse,
  type UpdateConnectionRequest,
} from "@authkit-ui/contract";
import { reportConfigurationFault } from "./configuration-faults.ts";
import { ConnectError } from "./connect-error.ts";
import {
  parseAgentOutcome,
  parseConnection,
  parseConnectionRequest,
  parseConnections,
  parseConnectors,
  parseCreatedSession,
  parseSession,
} from "./parse-answer.ts";
import { type Call, send, type Transport } from "./transport.ts";

/** Options of {@link createConnectApi}. */
export interface ConnectApiOptions extends Transport {
  /** The server says that nobody is signed in. */
  onUnauthorized?: ((error: ConnectError) => void) | undefined;
  /** The id that an answer carries. Another one than before means another person or another group. */
  onViewer?: ((identityType: IdentityType, viewer: string) => void) | undefined;
}

/** Every call of the server's handler. All throw `ConnectError`; an aborted one its signal's reason. */
export interface ConnectApi {
  listConnectors(signal?: AbortSignal, bypassCache?: boolean): Promise<ConnectorsResponse>;
  listConnections(
    identityType: IdentityType,
    signal?: AbortSignal,
    bypassCache?: boolean,
  ): Promise<ConnectionsResponse>;
  createSession(body: CreateSessionRequest, signal?: AbortSignal): Promise<CreateSessionResponse>;
  readSession(id: string, signal?: AbortSignal): Promise<SessionResponse>;
  /** Outlives the page, so that a ticket ends with it. */
  endSession(id: string): Promise<void>;
  saveConnection(body: SaveConnectionRequest, signal?: AbortSignal): Promise<Connection>;
  updateConnection(id: string, body: UpdateConnectionRequest): Promise<Connection>;
  deleteConnection(id: string): Promise<void>;
  readConnectionRequest(id: string, signal?: AbortSignal): Promise<ConnectionRequest>;
  answerConnectionRequest(id: string, body: AnswerConnectionRequest): Promise<ConnectionRequest>;
  continueConnectionRequest(id: string): Promise<AgentOutcome>;
}

export function createConnectApi(options: ConnectApiOptions): ConnectApi {
  /** Reads that the server limits: until when, and with which error. */
  const limits = new Map<string, { until: number; error: ConnectError }>();

  async function call(request: Call): Promise<unknown> {
    const isRead = request.method === "GET";
    const [path = ""] = request.path.split("?");
    const limit = limits.get(path);
    if (isRead && limit && Date.now() < limit.until) throw limit.error;
    try {
      return await send(options, request);
    } catch (error) {
      if (error instanceof ConnectError) {
        // Only a rate limit blocks later reads. After a 503 the server may recover before its
        // `Retry-After`.
        if (isRead && error.retryAfter !== undefined && /rate_limited$/.test(error.code)) {
          limits.set(path, { until: Date.now() + error.retryAfter, error });
        }
        // Nobody waits for what outlives the page: its server may be gone by then.
        if (!request.keepalive) {
          reportConfigurationFault(error, `${request.method} ${options.endpoint}${path}`);
        }
        if (error.code === "unauthorized") options.onUnauthorized?.(error);
      }
      throw error;
    }
  }

  return {
    async listConnectors(signal, bypassCache = false) {
      const answer = await call({ method: "GET", path: routes.connectors, signal, bypassCache });
      return parseConnectors(answer);
    },
    async listConnections(identityType, signal, bypassCache = false) {
      const query = new URLSearchParams({ identityType, ...(bypassCache && { refresh: "true" }) });
      const path = `${routes.connections}?${query}`;
      const answer = parseConnections(await call({ method: "GET", path, signal }));
      options.onViewer?.(identityType, answer.viewer);
      return answer;
    },
    async createSession(body, signal) {
      const answer = await call({ method: "POST", path: routes.sessions, body, signal });
      const session = parseCreatedSession(answer);
      options.onViewer?.(body.identityType ?? "user", session.viewer);
      return session;
    },
    async readSession(id, signal) {
      return parseSession(await call({ method: "GET", path: routes.session(id), signal }));
    },
    async endSession(id) {
      await call({ method: "DELETE", path: routes.session(id), keepalive: true });
    },
    async saveConnection(body, signal) {
      const answer = await call({ method: "POST", path: routes.connections, body, signal });
      return parseConnection(answer, "POST /connections");
    },
    async updateConnection(id, body) {
      const answer = await call({ method: "PATCH", path: routes.connection(id), body });
      return parseConnection(answer, "PATCH /connections/:id");
    },
    async deleteConnection(id) {
      await call({ method: "DELETE", path: routes.connection(id) });
    },
    async readConnectionRequest(id, signal) {
      const answer = await call({ method: "GET", path: routes.connectionRequest(id), signal });
      return parseConnectionRequest(answer, "GET /connection-requests/:id");
    },
    async answerConnectionRequest(id, body) {
      const answer = await call({ method: "POST", path: routes.connectionRequest(id), body });
      return parseConnectionRequest(answer, "POST /connection-requests/:id");
    },
    async continueConnectionRequest(id) {
      const answer = await call({ method: "POST", path: routes.continueConnectionRequest(id) });
      return parseAgentOutcome(answer, "POST /connection-requests/:id/continue");
    },
  };
}
