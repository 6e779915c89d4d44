import type { IssuedToken, TokenPageRequest, TokenSource } from "../pica/token.ts";
import { ProblemError } from "../problem-error.ts";
import type { ConnectStore, StoredSession } from "../store/connect-store.ts";
import type { SigningKeys } from "./signing-keys.ts";
import { createTickets, TicketExpired, ticketInvalid, ticketUses } from "./ticket.ts";

export interface RedeemOptions {
  store: ConnectStore;
  token: TokenSource;
  keys(): Promise<SigningKeys>;
  /** Throws `rate_limited`. */
  limit(session: StoredSession): Promise<void>;
  now(): number;
}

const spent = () =>
  new ProblemError("ticket_spent", {
    detail: "This sign-in window asked for its list too often. Close it and start again.",
  });

/**
 * Changes a ticket for AuthKit's token, and notes in the session how that went: the kit reads it
 * there, since AuthKit's page keeps a refusal to itself.
 */
export function createRedeemTicket({ store, token, keys, limit, now }: RedeemOptions) {
  async function sessionOf(ticket: string): Promise<StoredSession> {
    const { ticket: ticketKey, viewerId } = await keys();
    const claims = await createTickets(ticketKey).verify(ticket, new Date(now()));
    const session = await store.findSession(claims.sessionId);
    if (!session || session.state === "ended") throw ticketInvalid();
    if ((await viewerId(session.identity)) !== claims.viewer) throw ticketInvalid();
    return session;
  }

  async function redeem(session: StoredSession, page?: TokenPageRequest): Promise<IssuedToken> {
    await limit(session);
    const use =
      page && page.page > 1
        ? ({ use: "further", page: page.page } as const)
        : ({ use: "first", limit: ticketUses } as const);
    if (!(await store.updateSession(session.id, use, new Date(now())))) throw spent();
    return token.issue(session.identity, page);
  }

  async function refuse(sessionId: string, error: unknown): Promise<void> {
    const code = error instanceof ProblemError ? error.code : "internal";
    await store.updateSession(sessionId, { state: "token_refused", code }, new Date(now()));
  }

  return async (ticket: string, page?: TokenPageRequest): Promise<IssuedToken["body"]> => {
    let session: StoredSession;
    try {
      session = await sessionOf(ticket);
    } catch (error) {
      if (error instanceof TicketExpired) await refuse(error.claims.sessionId, error);
      throw error;
    }
    try {
      const issued = await redeem(session, page);
      // The pages that a later request may ask for are those that page 1 spoke of.
      const pages = page && page.page > 1 ? session.pages : issued.pages;
      await store.updateSession(session.id, { state: "token_issued", pages }, new Date(now()));
      return issued.body;
    } catch (error) {
      await refuse(session.id, error);
      throw error;
    }
  };
}
