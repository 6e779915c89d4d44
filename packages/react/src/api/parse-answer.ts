import type { Connection, CreateSessionResponse, SessionResponse } from "@authkit-ui/contract";
import { hasStrings, invalidAnswer, isConnection } from "./validation.ts";

export function readSessionCreated(body: unknown): CreateSessionResponse {
  if (!hasStrings(body, "id", "ticket", "ticketExpiresAt", "viewer")) {
    throw invalidAnswer("POST /sessions");
  }
  return body as unknown as CreateSessionResponse;
}

export function readSession(body: unknown): SessionResponse {
  if (!hasStrings(body, "state")) throw invalidAnswer("GET /sessions/:id");
  return body as unknown as SessionResponse;
}

/** @param what The call, as an error names it. */
export function readSingleConnection(body: unknown, what: string): Connection {
  if (!isConnection(body)) throw invalidAnswer(what);
  return body;
}
