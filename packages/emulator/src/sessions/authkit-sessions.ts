import type { Clock } from "../clock.ts";
import type { Environment, IdentityType } from "../vault/connection.ts";

/** What one call of `POST /v1/authkit` fixed: for whom the hosted page connects, and where. */
export interface AuthKitSession {
  /** The `requestId` of the token body, which the hosted page hands back. */
  requestId: number;
  environment: Environment;
  identity: string | null;
  identityType: IdentityType | null;
  createdAt: number;
}

/** The AuthKit sessions that have not run out. */
export interface AuthKitSessions {
  create(session: Omit<AuthKitSession, "requestId" | "createdAt">): AuthKitSession;
  /** The session, or `undefined` when it never was or has run out. */
  find(requestId: number): AuthKitSession | undefined;
  /** The `requestId` that the next session gets; kept over restarts so that none is given twice. */
  nextRequestId: number;
  clear(): void;
}

/** @param lifetime How long a session is good for, in milliseconds. */
export function createAuthKitSessions(clock: Clock, lifetime: number): AuthKitSessions {
  const sessions = new Map<number, AuthKitSession>();
  const hasRunOut = (session: AuthKitSession) => clock.now() - session.createdAt >= lifetime;

  return {
    nextRequestId: 100_001,
    create(request) {
      // In order of creation, so the first one still good ends the search.
      for (const [requestId, session] of sessions) {
        if (!hasRunOut(session)) break;
        sessions.delete(requestId);
      }
      const session = { ...request, requestId: this.nextRequestId++, createdAt: clock.now() };
      sessions.set(session.requestId, session);
      return session;
    },
    find(requestId) {
      const session = sessions.get(requestId);
      return session && !hasRunOut(session) ? session : undefined;
    },
    clear: () => sessions.clear(),
  };
}
