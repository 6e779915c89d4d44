import {
  type Connection,
  type ConnectionsResponse,
  type ConnectorsResponse,
  type CreateSessionRequest,
  type CreateSessionResponse,
  type IdentityType,
  type RenameConnectionRequest,
  routes,
  type SaveConnectionRequest,
  type SessionResponse,
} from "@authkit-ui/contract";
import { ConnectError } from "./connect-error.ts";
import {
  readConnection,
  readConnections,
  readConnectors,
  readSession,
  readSessionCreated,
} from "./read-answer.ts";
import { type Call, send, type Transport } from "./send.ts";

/** Every call of the wire that a browser makes. All of them throw `ConnectError` alone. */
export interface ConnectClient {
  createSession(body: CreateSessionRequest, signal?: AbortSignal): Promise<CreateSessionResponse>;
  readSession(id: string, signal?: AbortSignal): Promise<SessionResponse>;
  /** Outlives the page, so that a ticket ends with it. */
  endSession(id: string): Promise<void>;
  listConnectors(signal?: AbortSignal, fresh?: boolean): Promise<ConnectorsResponse>;
  listConnections(
    identityType: IdentityType,
    signal?: AbortSignal,
    fresh?: boolean,
  ): Promise<ConnectionsResponse>;
  saveConnection(body: SaveConnectionRequest, signal?: AbortSignal): Promise<Connection>;
  renameConnection(id: string, body: RenameConnectionRequest): Promise<Connection>;
  deleteConnection(id: string): Promise<void>;
}

/** Options of {@link createConnectClient}. */
export interface ConnectClientOptions extends Transport {
  /** The server says that nobody is signed in. */
  onUnauthorized?: (error: ConnectError) => void;
  /** An answer belongs to this viewer; another value than before means another person. */
  onViewer?: (identityType: IdentityType, viewer: string) => void;
}

/**
 * The wire as functions, e.g. for `connectionsQuery` outside the provider.
 *
 * @example
 * const client = createConnectClient({
 *   endpoint: "/api/connect",
 *   credentials: "same-origin",
 *   headers: () => ({}),
 * });
 */
export function createConnectClient(options: ConnectClientOptions): ConnectClient {
  const { onUnauthorized, onViewer, ...transport } = options;
  /** Reads that the server limits: until when, and with which error. */
  const limits = new Map<string, { until: number; error: ConnectError }>();

  async function call(request: Call): Promise<unknown> {
    const [path = ""] = request.path.split("?");
    const limit = request.method === "GET" ? limits.get(path) : undefined;
    if (limit && Date.now() < limit.until) throw limit.error;
    limits.delete(path);
    try {
      return await send(transport, request);
    } catch (error) {
      if (error instanceof ConnectError) {
        if (request.method === "GET" && error.retryAfter !== undefined) {
          limits.set(path, { until: Date.now() + error.retryAfter, error });
        }
        if (error.code === "unauthorized") onUnauthorized?.(error);
      }
      throw error;
    }
  }

  return {
    async createSession(body, signal) {
      const session = readSessionCreated(
        await call({ method: "POST", path: routes.sessions, body, signal }),
      );
      onViewer?.(body.identityType ?? "user", session.viewer);
      return session;
    },
    async readSession(id, signal) {
      return readSession(await call({ method: "GET", path: routes.session(id), signal }));
    },
    async endSession(id) {
      await call({ method: "DELETE", path: routes.session(id), keepalive: true });
    },
    async listConnectors(signal, fresh = false) {
      return readConnectors(await call({ method: "GET", path: routes.connectors, signal, fresh }));
    },
    async listConnections(identityType, signal, fresh = false) {
      const query = new URLSearchParams({ identityType, ...(fresh && { refresh: "true" }) });
      const path = `${routes.connections}?${query}`;
      const answer = readConnections(await call({ method: "GET", path, signal }));
      onViewer?.(identityType, answer.viewer);
      return answer;
    },
    async saveConnection(body, signal) {
      const answer = await call({ method: "POST", path: routes.connections, body, signal });
      return readConnection(answer, "POST /connections");
    },
    async renameConnection(id, body) {
      const answer = await call({ method: "PATCH", path: routes.connection(id), body });
      return readConnection(answer, "PATCH /connections/:id");
    },
    async deleteConnection(id) {
      await call({ method: "DELETE", path: routes.connection(id) });
    },
  };
}
