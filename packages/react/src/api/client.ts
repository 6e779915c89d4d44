import {
  type ConnectionsResponse,
  type ConnectorsResponse,
  type IdentityType,
  routes,
} from "@authkit-ui/contract";
import { reportConfigurationFault } from "./configuration-faults.ts";
import { ConnectError } from "./connect-error.ts";
import { readConnections, readConnectors } from "./parse-lists.ts";
import { type Call, send, type Transport } from "./transport.ts";

/** Options of `createConnectClient`. */
export interface ConnectClientOptions extends Transport {
  /** The server says that nobody is signed in. */
  onUnauthorized?: (error: ConnectError) => void;
  /** An answer belongs to this viewer; another value than before means another person. */
  onViewer?: (identityType: IdentityType, viewer: string) => void;
}

/**
 * What a page reads before anybody presses anything.
 *
 * Both throw `ConnectError`; once the signal is aborted, its reason.
 */
export interface ConnectClient {
  listConnectors(signal?: AbortSignal, fresh?: boolean): Promise<ConnectorsResponse>;
  listConnections(
    identityType: IdentityType,
    signal?: AbortSignal,
    fresh?: boolean,
  ): Promise<ConnectionsResponse>;
}

/** The line to the server: every other call goes over it too. */
export interface ConnectTransport {
  call: (request: Call) => Promise<unknown>;
  onViewer: (identityType: IdentityType, viewer: string) => void;
}

/** The two lists alone; the other calls are in `session-api.ts`, which only a press needs. */
export function createTransport(options: ConnectClientOptions): ConnectClient & ConnectTransport {
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
        // A server that is away may be back sooner than it said; a limit is not.
        if (isRead && error.retryAfter !== undefined && /rate_limited$/.test(error.code)) {
          limits.set(path, { until: Date.now() + error.retryAfter, error });
        }
        reportConfigurationFault(error, `${request.method} ${options.endpoint}${path}`);
        if (error.code === "unauthorized") options.onUnauthorized?.(error);
      }
      throw error;
    }
  }

  const onViewer: ConnectTransport["onViewer"] = (identityType, viewer) =>
    options.onViewer?.(identityType, viewer);

  return {
    call,
    onViewer,
    async listConnectors(signal, fresh = false) {
      return readConnectors(await call({ method: "GET", path: routes.connectors, signal, fresh }));
    },
    async listConnections(identityType, signal, fresh = false) {
      const query = new URLSearchParams({ identityType, ...(fresh && { refresh: "true" }) });
      const path = `${routes.connections}?${query}`;
      const answer = readConnections(await call({ method: "GET", path, signal }));
      onViewer(identityType, answer.viewer);
      return answer;
    },
  };
}

/**
 * The lists as functions, for `connectionsQuery` and `connectorsQuery` outside the provider.
 *
 * @example
 * const client = createConnectClient({
 *   endpoint: "/api/connect",
 *   credentials: "same-origin",
 *   headers: () => ({}),
 * });
 */
export function createConnectClient(options: ConnectClientOptions): ConnectClient {
  const { listConnectors, listConnections } = createTransport(options);
  return { listConnectors, listConnections };
}
