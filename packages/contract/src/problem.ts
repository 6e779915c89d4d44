/**
 * Every stable problem code and the HTTP status it travels with. A code never changes its meaning;
 * new ones may be added.
 */
export const problemStatuses = Object.freeze({
  /** The request's JSON, parameters or path are not what the route takes. */
  invalid_request: 400,
  /** Nobody is signed in to the product. */
  unauthorized: 401,
  /** The ticket is missing, forged, or for something else. */
  ticket_invalid: 401,
  /** The ticket's ten minutes are over. */
  ticket_expired: 401,
  /** The ticket has been used as often as it may be. */
  ticket_spent: 401,
  /** The product's `authorize` said no. */
  forbidden: 403,
  /** The connection's level of access does not allow the request; Pica was not asked. */
  access_denied: 403,
  /** The viewer has no identity of the named type. */
  identity_type_unavailable: 403,
  /** The request comes from an origin that is not allowed. */
  origin_not_allowed: 403,
  /** The platform is not on the product's allow list, or not enabled at Pica. */
  platform_not_enabled: 403,
  /** No such session, connection or action, or not the viewer's. */
  not_found: 404,
  /** No route of the wire has this address: the base path is another, or a proxy rewrote it. */
  route_not_found: 404,
  method_not_allowed: 405,
  /** The connect session has ended or was for another platform. */
  session_ended: 409,
  /** The connection's platform, environment or state does not fit what was asked. */
  connection_conflict: 409,
  body_too_large: 413,
  unsupported_media_type: 415,
  /** Too many requests to us; `Retry-After` says when. */
  rate_limited: 429,
  internal: 500,
  /** Pica's answer was not one that Pica gives. */
  upstream_invalid: 502,
  /** Pica refused the secret key. */
  upstream_unauthorized: 502,
  /** Pica's plan is used up (402). */
  upstream_quota_exceeded: 502,
  /** Pica refused this operation (403). */
  upstream_forbidden: 502,
  /** Pica could not be reached, or failed. */
  upstream_unavailable: 502,
  /** The provider behind a connection refused an action; `providerStatus` says how. */
  provider_refused: 502,
  /** The embedded or remote database did not answer. */
  database_unavailable: 503,
  /** The embedded database is held by another process. */
  database_in_use: 503,
  /** Pica limits us; `Retry-After` says when. */
  upstream_rate_limited: 503,
  upstream_timeout: 504,
} as const);

/** A stable, machine-readable cause. */
export type ProblemCode = keyof typeof problemStatuses;

/** Media type of every error answer (RFC 9457). */
export const problemContentType = "application/problem+json";

/** Body of every error answer: an RFC 9457 problem document. */
export interface Problem {
  /** `about:blank`: the code says it all. */
  type: string;
  /** Short and the same for each code. */
  title: string;
  status: number;
  /** What happened, why, and what to do, without secrets. */
  detail: string;
  code: ProblemCode;
  /** Names this answer in the server's log; shown to people as the reference. */
  requestId: string;
  /** The provider's own HTTP status; only with `provider_refused`. */
  providerStatus?: number | undefined;
}
