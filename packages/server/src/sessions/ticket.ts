import { errors, jwtVerify, SignJWT } from "jose";
import { ProblemError } from "../errors/problem-error.ts";

/** Seconds. Long enough to pick an app and sign in, short enough for a value that stands in URLs. */
export const ticketLifetime = 600;

/** Requests for page 1 that one ticket is good for: the hosted page reloads, retries and pages. */
export const ticketUses = 20;

const audience = "authkit-ui/token";
/** Seconds by which two instances' clocks may differ. */
const clockTolerance = 60;

export interface TicketClaims {
  sessionId: string;
  /** The opaque id of the identity, never the identity: a ticket ends up in other people's logs. */
  viewerId: string;
}

export interface Tickets {
  issue(claims: TicketClaims, issuedAt: Date): Promise<string>;
  /** Throws `ticket_invalid` or {@link TicketExpired}. */
  verify(ticket: string, now: Date): Promise<TicketClaims>;
}

/** A genuine ticket whose time is over; it still says which session to tell. */
export class TicketExpired extends ProblemError {
  readonly claims: TicketClaims;

  constructor(claims: TicketClaims) {
    super("ticket_expired", {
      detail: "This sign-in window has been open for too long. Close it and start again.",
    });
    this.claims = claims;
  }
}

export const ticketInvalid = (cause?: unknown) =>
  new ProblemError("ticket_invalid", {
    detail: "The ticket is missing, forged, or its connect session has ended. Start again.",
    cause,
  });

function claimsOf({
  jti,
  sub,
}: {
  jti?: string | undefined;
  sub?: string | undefined;
}): TicketClaims {
  if (!jti || !sub) throw ticketInvalid();
  return { sessionId: jti, viewerId: sub };
}

/** Signs and checks tickets: JWTs good for `POST /token` alone. */
export function createTickets(key: CryptoKey): Tickets {
  return {
    issue: ({ sessionId, viewerId }, issuedAt) => {
      const seconds = Math.floor(issuedAt.getTime() / 1000);
      return new SignJWT()
        .setProtectedHeader({ alg: "HS256" })
        .setAudience(audience)
        .setJti(sessionId)
        .setSubject(viewerId)
        .setIssuedAt(seconds)
        .setExpirationTime(seconds + ticketLifetime)
        .sign(key);
    },
    verify: async (ticket, now) => {
      try {
        const { payload } = await jwtVerify(ticket, key, {
          algorithms: ["HS256"],
          audience,
          clockTolerance,
          currentDate: now,
          requiredClaims: ["jti", "sub", "exp", "iat"],
        });
        return claimsOf(payload);
      } catch (error) {
        // Thrown only after the signature has been found good.
        if (error instanceof errors.JWTExpired) throw new TicketExpired(claimsOf(error.payload));
        throw error instanceof ProblemError ? error : ticketInvalid(error);
      }
    },
  };
}
