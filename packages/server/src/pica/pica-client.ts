import type { ConnectionEnvironment, Connector } from "@authkit-ui/contract";
import type { Identity } from "../identity/identity.ts";
import { type Walk, walkPages } from "./paginate.ts";
import {
  type CatalogRow,
  type PicaConnection,
  parseConnection,
  parseConnector,
  parsePage,
} from "./parse-rows.ts";
import {
  type Allowance,
  createPicaHttp,
  type PicaHttpOptions,
  type PicaRequest,
  type PicaResponse,
  unexpected,
} from "./pica-http.ts";
import { createTokenSource, type TokenSource } from "./token.ts";

/** Rows asked for at a time; Pica clamps more than its own limit without a word. */
const pageSize = 100;

/** More pages than these are never asked for. */
const mostCatalogPages = 500;
const mostConnectionPages = 100;

/** Bytes that all pages of one walk may have together: ten thousand rows of a kilobyte and a half. */
const walkBytes = 16_000_000;

/** Everything that is ever asked of Pica. */
export interface PicaClient {
  /** The world that the secret belongs to. */
  readonly environment: ConnectionEnvironment;
  readonly token: TokenSource;
  /** The whole catalog, one entry a platform. */
  connectors(): Promise<Connector[]>;
  /** Every connection of one identity, healthy or not. */
  connections(identity: Identity): Promise<Walk<PicaConnection>>;
  /** The identity's connection of that key, or null. */
  connection(key: string, identity: Identity): Promise<PicaConnection | null>;
  /** Resolves too when Pica did not have it any more. */
  deleteConnection(id: string): Promise<void>;
  /** A request to the provider, through Pica, in one connection's name. */
  passthrough(request: PassthroughCall): Promise<PicaResponse>;
}

export interface PassthroughCall {
  key: string;
  actionId: string;
  method: PicaRequest["method"];
  /** The provider's own path, beginning with a slash, already checked. */
  path: string;
  query?: PicaRequest["query"] | undefined;
  body?: unknown;
}

export interface PicaClientOptions extends PicaHttpOptions {
  environment: ConnectionEnvironment;
  picaIdentity(identity: Identity): Promise<string>;
  onWarning(message: string, fields: Record<string, unknown>): void;
}

/** Of two rows for one platform the newer version's, whatever order they came in. */
function newest(rows: readonly CatalogRow[]): Connector[] {
  const byPlatform = new Map<string, CatalogRow>();
  for (const row of rows) {
    const other = byPlatform.get(row.connector.platform);
    const isNewer = other && row.version.localeCompare(other.version, "en", { numeric: true }) > 0;
    if (!other || isNewer) byPlatform.set(row.connector.platform, row);
  }
  return [...byPlatform.values()].map(({ connector }) => connector);
}

export function createPicaClient(options: PicaClientOptions): PicaClient {
  const { environment, picaIdentity, onWarning } = options;
  const http = createPicaHttp(options);
  const headerPrefix = http.generation === "one" ? "x-one" : "x-pica";
  // Pica lists active rows alone unless told otherwise, and a failed connection is inactive. One has
  // no such filter and lists all.
  const activities = http.generation === "one" ? [undefined] : [true, false];

  const owner = async (identity: Identity) => ({
    identity: await picaIdentity(identity),
    identityType: identity.type,
  });
  const list = async (path: string, query: PicaRequest["query"], allowance?: Allowance) =>
    parsePage(
      await http.json({ method: "GET", path, query: { ...query, limit: pageSize }, allowance }),
    );

  return {
    environment,
    token: createTokenSource({ ...options, http }),

    connectors: async () => {
      const allowance = { bytes: walkBytes };
      const walk = await walkPages({
        concurrency: 4,
        mostPages: mostCatalogPages,
        mostRows: mostCatalogPages * pageSize,
        idOf: (row: CatalogRow) => `${row.connector.platform} ${row.version}`,
        parse: parseConnector,
        fetchPage: (page) => list("/available-connectors", { authkit: true, page }, allowance),
      });
      if (walk.failure) throw walk.failure;
      const { dropped, problems } = walk;
      if (dropped > 0) onWarning("The catalog had malformed rows.", { dropped, problems });
      return newest(walk.rows.filter(({ offered }) => offered));
    },

    connections: async (identity) => {
      const filter = await owner(identity);
      const allowance = { bytes: walkBytes };
      const walk = (active: boolean | undefined) =>
        walkPages({
          concurrency: 2,
          mostPages: mostConnectionPages,
          mostRows: mostConnectionPages * pageSize,
          idOf: (row: PicaConnection) => row.key,
          parse: parseConnection,
          fetchPage: (page) => list("/vault/connections", { ...filter, active, page }, allowance),
        });
      const walks = await Promise.all(activities.map(walk));
      const dropped = walks.reduce((sum, one) => sum + one.dropped, 0);
      const problems = [...new Set(walks.flatMap((one) => one.problems))];
      if (dropped > 0) {
        onWarning("Pica's connections had malformed rows, which were left out.", {
          dropped,
          problems,
        });
      }
      const rows = new Map(walks.flatMap((one) => one.rows).map((row) => [row.key, row]));
      return {
        rows: [...rows.values()].filter((row) => isOf(row, filter)),
        whole: walks.every((one) => one.whole),
        dropped,
        problems,
        failure: walks.find((one) => one.failure)?.failure ?? null,
      };
    },

    connection: async (key, identity) => {
      const filter = await owner(identity);
      for (const active of activities) {
        const page = await list("/vault/connections", { ...filter, key, active, page: 1 });
        const rows = page.rows.map(parseConnection).flatMap((one) => ("row" in one ? one.row : []));
        const row = rows.find((one) => one.key === key && isOf(one, filter));
        if (row) return row;
      }
      return null;
    },

    deleteConnection: async (id) => {
      const path = `/vault/connections/${encodeURIComponent(id)}`;
      const response = await http.send({ method: "DELETE", path });
      if (response.status === 404) return;
      const isSuccess = response.status >= 200 && response.status < 300;
      // The body may be empty, but a page of HTML is somebody else's answer, whatever its status.
      if (isSuccess && response.headers.get("content-type")?.includes("html")) {
        throw unexpected("a confirmation");
      }
      if (isSuccess) return;
      throw http.refusal(response);
    },

    passthrough: ({ key, actionId, method, path, query, body }) =>
      http.send({
        method,
        path: `/passthrough${path}`,
        query,
        body,
        headers: {
          [`${headerPrefix}-connection-key`]: key,
          [`${headerPrefix}-action-id`]: actionId,
        },
      }),
  };
}

const isOf = (row: PicaConnection, owner: { identity: string; identityType: string }) =>
  row.identity === owner.identity && row.identityType === owner.identityType;
