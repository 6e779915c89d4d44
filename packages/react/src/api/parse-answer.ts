import type {
  AgentOutcome,
  Connection,
  ConnectionRequest,
  ConnectionRequestReason,
  ConnectionRequestStatus,
  ConnectionsResponse,
  Connector,
  ConnectorsResponse,
  CreateSessionResponse,
  SessionResponse,
} from "@authkit-ui/contract";
import { ConnectError } from "./connect-error.ts";

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** Whether an answer has all of these, as texts that are not empty. */
export const hasStrings = (value: unknown, ...names: string[]): value is Record<string, unknown> =>
  isRecord(value) && names.every((name) => typeof value[name] === "string" && value[name] !== "");

/** Whether it has the fields without which the kit could not show it, or would crash on it. */
const isConnection = (row: unknown): row is Connection =>
  hasStrings(row, "id", "platform", "state", "createdAt") && isRecord(row.can);

const invalidAnswer = (what: string) =>
  new ConnectError(
    "invalid_answer",
    `The answer of ${what} is not what @authkit-ui/contract describes. ` +
      "Are the kit and the server of one version?",
  );

export function parseCreatedSession(body: unknown): CreateSessionResponse {
  if (!hasStrings(body, "id", "ticket", "ticketExpiresAt", "viewer")) {
    throw invalidAnswer("POST /sessions");
  }
  return body as unknown as CreateSessionResponse;
}

export function parseSession(body: unknown): SessionResponse {
  if (!hasStrings(body, "state")) throw invalidAnswer("GET /sessions/:id");
  return body as unknown as SessionResponse;
}

/** @param what The call, as an error names it. */
export function parseConnection(body: unknown, what: string): Connection {
  if (!isConnection(body)) throw invalidAnswer(what);
  return body;
}

const reasons: ConnectionRequestReason[] = ["missing", "broken", "choose"];
const statuses: ConnectionRequestStatus[] = ["pending", "connected", "declined", "unavailable"];

/** The request, if it has the fields without which the kit could not show it. */
export function toConnectionRequest(body: unknown): ConnectionRequest | null {
  const isRequest =
    hasStrings(body, "id", "platform", "identityType", "reason", "status", "action") &&
    // It becomes a segment of an address.
    /^[\w-]+$/.test(String(body.id)) &&
    reasons.some((reason) => reason === body.reason) &&
    // A status that the kit does not know must not look like a settled one.
    statuses.some((status) => status === body.status) &&
    Array.isArray(body.candidates);
  if (!isRequest) return null;
  const request = body as unknown as ConnectionRequest;
  return { ...request, candidates: request.candidates.filter(isConnection) };
}

/** @param what The call, as an error names it. */
export function parseConnectionRequest(body: unknown, what: string): ConnectionRequest {
  const request = toConnectionRequest(body);
  if (!request) throw invalidAnswer(what);
  return request;
}

const outcomes: AgentOutcome["status"][] = [
  "done",
  "connection_required",
  "declined",
  "unavailable",
  "refused",
  "interrupted",
];

/** @param what The call, as an error names it. */
export function parseAgentOutcome(body: unknown, what: string): AgentOutcome {
  if (!isRecord(body) || !outcomes.some((status) => status === body.status)) {
    throw invalidAnswer(what);
  }
  const outcome = body as unknown as AgentOutcome;
  if (outcome.status !== "connection_required") return outcome;
  return { ...outcome, request: parseConnectionRequest(outcome.request, what) };
}

const isConnector = (row: unknown): row is Connector => hasStrings(row, "platform", "name");

/** Keeps the good rows: one broken row must not take the whole list away. */
function keepValidRows<Row>(
  body: unknown,
  name: "connections" | "connectors",
  isRow: (row: unknown) => row is Row,
): Row[] {
  const rows = isRecord(body) && body[name];
  if (!Array.isArray(rows)) throw invalidAnswer(`GET /${name}`);
  const good = rows.filter(isRow);
  if (process.env.NODE_ENV !== "production" && good.length < rows.length) {
    console.warn(
      `authkit-ui: ${rows.length - good.length} of ${rows.length} rows of GET /${name} were left ` +
        "out: fields are missing.",
    );
  }
  return good;
}

export function parseConnections(body: unknown): ConnectionsResponse {
  const connections = keepValidRows<Connection>(body, "connections", isConnection);
  if (!hasStrings(body, "viewer")) throw invalidAnswer("GET /connections");
  return { connections, stale: body.stale === true, viewer: String(body.viewer) };
}

/** One entry per platform: the first, as the server orders them. */
export function parseConnectors(body: unknown): ConnectorsResponse {
  const byPlatform = new Map<string, Connector>();
  for (const row of keepValidRows(body, "connectors", isConnector)) {
    if (!byPlatform.has(row.platform)) byPlatform.set(row.platform, row);
  }
  return { connectors: [...byPlatform.values()], total: byPlatform.size };
}
