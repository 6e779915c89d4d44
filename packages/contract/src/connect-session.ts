import type { IdentityType } from "./identity.ts";
import type { ProblemCode } from "./problem.ts";

/** Body of `POST /sessions`. */
export interface CreateSessionRequest {
  /** Absent: the person picks from the whole catalog. */
  platform?: string | undefined;
  /** @default "user" */
  identityType?: IdentityType | undefined;
  /** Id of the connection to reconnect. */
  reconnectId?: string | undefined;
}

/** Answer of `POST /sessions`: one attempt to connect, good for 24 hours. */
export interface CreateSessionResponse {
  id: string;
  /** Bearer token, good for `POST /token` alone. */
  ticket: string;
  /** ISO 8601, UTC: ten minutes after the session's start. */
  ticketExpiresAt: string;
  viewer: string;
}

/** How far a connect session got, as the server saw it. */
export type SessionState = "created" | "token_issued" | "token_refused" | "connected" | "ended";

/** Answer of `GET /sessions/:id`. */
export interface SessionResponse {
  state: SessionState;
  /** Why the token was refused; only with `token_refused`. */
  code?: ProblemCode | undefined;
}
