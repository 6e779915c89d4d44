import type {
  Connection,
  ConnectionsResponse,
  Connector,
  ConnectorsResponse,
} from "@authkit-ui/contract";
import { hasStrings, invalidAnswer, isConnection, isRecord } from "./validation.ts";

const isConnector = (row: unknown): row is Connector => hasStrings(row, "platform", "name");

/** Keeps the good rows: one broken row must not take the whole list away. */
function keep<Row>(
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

export function readConnections(body: unknown): ConnectionsResponse {
  const connections = keep<Connection>(body, "connections", isConnection);
  if (!hasStrings(body, "viewer")) throw invalidAnswer("GET /connections");
  return { connections, stale: body.stale === true, viewer: String(body.viewer) };
}

/** One entry per platform: the first, as the server orders them. */
export function readConnectors(body: unknown): ConnectorsResponse {
  const byPlatform = new Map<string, Connector>();
  for (const row of keep(body, "connectors", isConnector)) {
    if (!byPlatform.has(row.platform)) byPlatform.set(row.platform, row);
  }
  return { connectors: [...byPlatform.values()], total: byPlatform.size };
}
