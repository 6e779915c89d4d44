import { ProblemError } from "../errors/problem-error.ts";
import type { SigningKeys } from "../identity/signing-keys.ts";
import type { IssuedToken, TokenPageRequest, TokenSource } from "../pica/token.ts";
import type { ChangedSession, ConnectStore, SessionChange } from "../store/connect-store.ts";
import {
  createTickets,
  type TicketClaims,
  TicketExpired,
  ticketInvalid,
  ticketUses,
} from "./ticket.ts";

export interface RedeemOptions {
  store: ConnectStore;
  token: TokenSource;
  keys(): Promise<SigningKeys>;
  /** Counts a request of an identity, by the viewer id in its ticket. Throws `rate_limited`. */
  consume(viewerId: string): Promise<void>;
  now(): number;
}

const ticketExhausted = () =>
  new ProblemError("ticket_spent", {
    detail: "This sign-in window asked for its list too often. Close it and start again.",
  });

const countFirstPage = { use: "first_page", limit: ticketUses } as const;

/**
 * Exchanges a ticket for AuthKit's token, and stores in the session how that went: the kit reads it
 * there, since AuthKit's page does not report a refusal.
 */
export function createRedeemTicket({ store, token, keys, consume, now }: RedeemOptions) {
  async function verify(ticket: string): Promise<TicketClaims> {
    const { ticket: ticketKey } = await keys();
    return createTickets(ticketKey).verify(ticket, new Date(now()));
  }

  const update = (sessionId: string, change: SessionChange) =>
    store.updateSession(sessionId, change, new Date(now()));

  /** Counts the use; the same statement returns the session. */
  async function countUse(
    { sessionId, viewerId }: TicketClaims,
    laterPage: number | null,
  ): Promise<ChangedSession> {
    const change =
      laterPage === null ? countFirstPage : ({ use: "later_page", page: laterPage } as const);
    const session = await update(sessionId, change);
    if (!session) throw (await isRunning(sessionId)) ? ticketExhausted() : ticketInvalid();
    const signingKeys = await keys();
    if ((await signingKeys.viewerId(session.identity)) !== viewerId) throw ticketInvalid();
    return session;
  }

  async function isRunning(sessionId: string): Promise<boolean> {
    const session = await store.findSession(sessionId);
    return session !== null && session.state !== "ended";
  }

  async function markRefused(sessionId: string, error: unknown): Promise<void> {
    const code = error instanceof ProblemError ? error.code : "internal";
    await update(sessionId, { state: "token_refused", code });
  }

  async function redeem(claims: TicketClaims, page?: TokenPageRequest): Promise<IssuedToken> {
    await consume(claims.viewerId);
    const laterPage = page && page.page > 1 ? page.page : null;
    const session = await countUse(claims, laterPage);
    const issued = await token.issue(session.identity, page).catch(async (error: unknown) => {
      // A later page that failed may be asked for again, and costs a use of the ticket, so that it
      // cannot be asked for without end.
      if (laterPage !== null) await update(claims.sessionId, countFirstPage);
      throw error;
    });
    // Page 1 says how many pages may be asked for.
    const pages = laterPage === null ? issued.pages : session.pages;
    // Repeated and later pages mostly change nothing.
    if (session.state !== "token_issued" || session.pages !== pages) {
      await update(claims.sessionId, { state: "token_issued", pages });
    }
    return issued;
  }

  return async (ticket: string, page?: TokenPageRequest): Promise<object> => {
    let claims: TicketClaims;
    try {
      claims = await verify(ticket);
    } catch (error) {
      if (error instanceof TicketExpired) await markRefused(error.claims.sessionId, error);
      throw error;
    }
    try {
      return (await redeem(claims, page)).body;
    } catch (error) {
      // The store ignores this for a session that has ended.
      await markRefused(claims.sessionId, error);
      throw error;
    }
  };
}
