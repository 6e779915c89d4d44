import { type Problem, type ProblemCode, problemContentType } from "@authkit-ui/contract";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { ProblemError } from "../errors/problem-error.ts";
import type { Viewer } from "../identity/identity.ts";
import type { ConnectContext } from "./connect-env.ts";

const titles: Record<ProblemCode, string> = {
  invalid_request: "Invalid request",
  unauthorized: "Not signed in",
  ticket_invalid: "Ticket not valid",
  ticket_expired: "Ticket expired",
  ticket_spent: "Ticket used up",
  forbidden: "Not allowed",
  access_denied: "Not allowed for this account",
  identity_type_unavailable: "No such identity",
  origin_not_allowed: "Origin not allowed",
  platform_not_enabled: "App not enabled",
  not_found: "Not found",
  route_not_found: "No such route",
  method_not_allowed: "Method not allowed",
  session_ended: "Connect session ended",
  connection_conflict: "Connection does not fit",
  body_too_large: "Body too large",
  unsupported_media_type: "JSON expected",
  rate_limited: "Too many requests",
  internal: "Internal error",
  upstream_invalid: "Unexpected answer from Pica",
  upstream_unauthorized: "Secret key refused by Pica",
  upstream_quota_exceeded: "Pica plan used up",
  upstream_forbidden: "Refused by Pica",
  upstream_unavailable: "Pica unavailable",
  provider_refused: "Refused by the provider",
  database_unavailable: "Database unavailable",
  database_in_use: "Database in use",
  upstream_rate_limited: "Pica is busy",
  upstream_timeout: "Pica took too long",
};

/** Answers with an RFC 9457 problem document. */
export function respondWithProblem<V extends Viewer>(
  context: ConnectContext<V>,
  error: ProblemError,
): Response {
  const problem: Problem = {
    type: "about:blank",
    title: titles[error.code],
    status: error.status,
    detail: error.message,
    code: error.code,
    requestId: context.get("requestId"),
    ...(error.providerStatus !== undefined && { providerStatus: error.providerStatus }),
  };
  return context.json(problem, error.status as ContentfulStatusCode, {
    "content-type": problemContentType,
    ...(error.retryAfter !== undefined && { "retry-after": String(error.retryAfter) }),
    ...(error.status === 401 && { "www-authenticate": "Bearer" }),
  });
}
