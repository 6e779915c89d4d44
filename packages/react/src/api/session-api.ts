import {
  type Connection,
  type CreateSessionRequest,
  type CreateSessionResponse,
  type RenameConnectionRequest,
  routes,
  type SaveConnectionRequest,
  type SessionResponse,
} from "@authkit-ui/contract";
import type { ConnectTransport } from "./client.ts";
import { readSession, readSessionCreated, readSingleConnection } from "./parse-answer.ts";

/** The calls that somebody's press leads to. All of them throw `ConnectError`. */
export interface SessionApi {
  createSession(body: CreateSessionRequest, signal?: AbortSignal): Promise<CreateSessionResponse>;
  readSession(id: string, signal?: AbortSignal): Promise<SessionResponse>;
  /** Outlives the page, so that a ticket ends with it. */
  endSession(id: string): Promise<void>;
  saveConnection(body: SaveConnectionRequest, signal?: AbortSignal): Promise<Connection>;
  renameConnection(id: string, body: RenameConnectionRequest): Promise<Connection>;
  deleteConnection(id: string): Promise<void>;
}

/** The commands, over the line that the lists are read by. */
export function createSessionApi({ call, onViewer }: ConnectTransport): SessionApi {
  return {
    async createSession(body, signal) {
      const session = readSessionCreated(
        await call({ method: "POST", path: routes.sessions, body, signal }),
      );
      onViewer(body.identityType ?? "user", session.viewer);
      return session;
    },
    async readSession(id, signal) {
      return readSession(await call({ method: "GET", path: routes.session(id), signal }));
    },
    async endSession(id) {
      await call({ method: "DELETE", path: routes.session(id), keepalive: true });
    },
    async saveConnection(body, signal) {
      const answer = await call({ method: "POST", path: routes.connections, body, signal });
      return readSingleConnection(answer, "POST /connections");
    },
    async renameConnection(id, body) {
      const answer = await call({ method: "PATCH", path: routes.connection(id), body });
      return readSingleConnection(answer, "PATCH /connections/:id");
    },
    async deleteConnection(id) {
      await call({ method: "DELETE", path: routes.connection(id) });
    },
  };
}
