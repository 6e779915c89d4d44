import { routes } from "@authkit-ui/contract";
import { z } from "zod";
import { ProblemError } from "../errors/problem-error.ts";
import type { Viewer } from "../identity/identity.ts";
import type { TokenPageRequest } from "../pica/token.ts";
import { ticketInvalid } from "../sessions/ticket.ts";
import type { ConnectApp } from "./connect-env.ts";
import { quote } from "./csrf.ts";
import { validate } from "./json-body.ts";

export interface TokenServices {
  authKitOrigins: ReadonlySet<string>;
  /** Resolves with the token's body. */
  redeemTicket(ticket: string, page?: TokenPageRequest): Promise<object>;
}

const wholeNumber = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);
const pageQuery = z.object({
  page: wholeNumber.pipe(z.number().min(1).max(100_000)).default(1),
  limit: wholeNumber.pipe(z.number().min(1).max(100)).default(100),
});

export function tokenRoutes<V extends Viewer>(
  app: ConnectApp<V>,
  { authKitOrigins, redeemTicket }: TokenServices,
): void {
  app.post(routes.token, async (context) => {
    const origin = context.req.header("origin");
    if (origin === undefined || !authKitOrigins.has(origin)) {
      const sender =
        origin === undefined ? "names no origin" : `is from a page of ${quote(origin)}`;
      throw new ProblemError("origin_not_allowed", {
        detail:
          `Only AuthKit's page may ask for a token, and this request ${sender}. If AuthKit's page ` +
          "stands there, add the origin to `authKitOrigins`.",
      });
    }
    const [, ticket] = /^Bearer ([\w.-]+)$/i.exec(context.req.header("authorization") ?? "") ?? [];
    if (!ticket) throw ticketInvalid();
    const { page, limit } = context.req.query();
    const isPaged = page !== undefined || limit !== undefined;
    const request = isPaged ? validate({ page, limit }, pageQuery, "page") : undefined;
    return context.json(await redeemTicket(ticket, request));
  });
}
