import type {
  Connection,
  ConnectionsResponse,
  Connector,
  ConnectorsResponse,
  CreateSessionResponse,
  SessionResponse,
} from "@authkit-ui/contract";
import { ConnectError } from "./connect-error.ts";

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const areTexts = (value: Fields, ...names: string[]) =>
  names.every((name) => typeof value[name] === "string" && value[name] !== "");

const invalid = (what: string) =>
  new ConnectError(
    "invalid_answer",
    `The answer of ${what} does not have the shape that @authkit-ui/contract describes. ` +
      "Do the kit and the server have the same version?",
  );

/** Names of the fields without which the kit could not show a row, or would crash on it. */
const isConnection = (row: unknown): row is Connection =>
  isFields(row) && areTexts(row, "id", "platform", "state", "createdAt") && isFields(row.can);

const isConnector = (row: unknown): row is Connector =>
  isFields(row) && areTexts(row, "platform", "name");

/** Keeps the good rows: one broken row must not take the whole list away. */
function keep<Row>(rows: unknown, isRow: (row: unknown) => row is Row, what: string): Row[] {
  if (!Array.isArray(rows)) throw invalid(what);
  const good = rows.filter(isRow);
  if (good.length < rows.length && process.env.NODE_ENV !== "production") {
    console.warn(
      `authkit-ui: ${rows.length - good.length} of ${rows.length} rows of ${what} were left out: ` +
        "fields are missing.",
    );
  }
  return good;
}

export function readSessionCreated(body: unknown): CreateSessionResponse {
  if (!isFields(body) || !areTexts(body, "id", "ticket", "ticketExpiresAt", "viewer")) {
    throw invalid("POST /sessions");
  }
  return body as unknown as CreateSessionResponse;
}

export function readSession(body: unknown): SessionResponse {
  if (!isFields(body) || !areTexts(body, "state")) throw invalid("GET /sessions/:id");
  return body as unknown as SessionResponse;
}

export function readConnection(body: unknown, what: string): Connection {
  if (!isConnection(body)) throw invalid(what);
  return body;
}

export function readConnections(body: unknown): ConnectionsResponse {
  if (!isFields(body) || !areTexts(body, "viewer")) throw invalid("GET /connections");
  return {
    connections: keep(body.connections, isConnection, "GET /connections"),
    stale: body.stale === true,
    viewer: String(body.viewer),
  };
}

/** One entry per platform: the first, as the server orders them. */
export function readConnectors(body: unknown): ConnectorsResponse {
  if (!isFields(body)) throw invalid("GET /connectors");
  const rows = keep(body.connectors, isConnector, "GET /connectors");
  const byPlatform = new Map<string, Connector>();
  for (const row of rows) if (!byPlatform.has(row.platform)) byPlatform.set(row.platform, row);
  return { connectors: [...byPlatform.values()], total: byPlatform.size };
}
