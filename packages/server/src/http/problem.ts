import { type Problem, type ProblemCode, problemContentType } from "@authkit-ui/contract";
import type { ProblemError } from "../errors/problem-error.ts";

const titles: Record<ProblemCode, string> = {
  invalid_request: "Invalid request",
  unauthorized: "Not signed in",
  ticket_invalid: "Ticket not valid",
  ticket_expired: "Ticket expired",
  ticket_spent: "Ticket used up",
  forbidden: "Not allowed",
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

/** The answer for a failure: an RFC 9457 document, never stored by anybody. */
export function problemResponse(error: ProblemError, requestId: string): Response {
  const problem: Problem = {
    type: "about:blank",
    title: titles[error.code],
    status: error.status,
    detail: error.message,
    code: error.code,
    requestId,
    ...(error.providerStatus !== undefined && { providerStatus: error.providerStatus }),
  };
  return new Response(JSON.stringify(problem), {
    status: error.status,
    headers: {
      "content-type": problemContentType,
      ...(error.retryAfter !== undefined && { "retry-after": String(error.retryAfter) }),
      ...(error.status === 401 && { "www-authenticate": "Bearer" }),
    },
  });
}
