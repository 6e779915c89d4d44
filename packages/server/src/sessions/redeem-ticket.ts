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
  /** Counts for an identity, by the opaque id that its tickets carry. Throws `rate_limited`. */
  limit(viewer: string): Promise<void>;
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
  async function claimsOf(ticket: string): Promise<TicketClaims> {
    const { ticket: ticketKey } = await keys();
    return createTickets(ticketKey).verify(ticket, new Date(now()));
  }

  const count = (sessionId: string, change: SessionChange) =>
    store.updateSession(sessionId, change, new Date(now()));
  const list = { use: "first", limit: ticketUses } as const;

  /** Counts the use; the one statement also reads the session. */
  async function use(
    { sessionId, viewer }: TicketClaims,
    laterPage: number | null,
  ): Promise<ChangedSession> {
    const change = laterPage === null ? list : ({ use: "further", page: laterPage } as const);
    const session = await count(sessionId, change);
    if (!session) throw (await isRunning(sessionId)) ? spent() : ticketInvalid();
    const { viewerId } = await keys();
    if ((await viewerId(session.identity)) !== viewer) throw ticketInvalid();
    return session;
  }

  async function isRunning(sessionId: string): Promise<boolean> {
    const session = await store.findSession(sessionId);
    return session !== null && session.state !== "ended";
  }

  async function refuse(sessionId: string, error: unknown): Promise<void> {
    const code = error instanceof ProblemError ? error.code : "internal";
    await store.updateSession(sessionId, { state: "token_refused", code }, new Date(now()));
  }

  async function redeem(claims: TicketClaims, page?: TokenPageRequest): Promise<IssuedToken> {
    await limit(claims.viewer);
    const laterPage = page && page.page > 1 ? page.page : null;
    const session = await use(claims, laterPage);
    const issued = await token.issue(session.identity, page).catch(async (error: unknown) => {
      // One more list is counted, whose pages stand for the page that was not given: so it can be
      // asked for again, but not for ever.
      if (laterPage !== null) await count(claims.sessionId, list);
      throw error;
    });
    // The pages that a later request may ask for are those that page 1 spoke of.
    const pages = laterPage === null ? issued.pages : session.pages;
    // A page that is asked for again, or the next one, mostly changes nothing.
    if (session.state !== "token_issued" || session.pages !== pages) {
      await store.updateSession(
        claims.sessionId,
        { state: "token_issued", pages },
        new Date(now()),
      );
    }
    return issued;
  }

  return async (ticket: string, page?: TokenPageRequest): Promise<string> => {
    let claims: TicketClaims;
    try {
      claims = await claimsOf(ticket);
    } catch (error) {
      if (error instanceof TicketExpired) await refuse(error.claims.sessionId, error);
      throw error;
    }
    try {
      return (await redeem(claims, page)).json;
    } catch (error) {
      // An ended session refuses this by itself.
      await refuse(claims.sessionId, error);
      throw error;
    }
  };
}
