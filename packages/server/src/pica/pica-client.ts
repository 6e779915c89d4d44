import type { ConnectionEnvironment, Connector } from "@authkit-ui/contract";
import type { Identity } from "../identity/identity.ts";
import type { ByteBudget } from "../text/read-text.ts";
import { type PaginatedRows, paginateAll } from "./paginate.ts";
import {
  type CatalogRow,
  type PicaConnection,
  parseConnection,
  parseConnector,
  parsePage,
} from "./parse-rows.ts";
import {
  createPicaHttp,
  type PicaHttpOptions,
  type PicaRequest,
  type PicaResponse,
  type RequestMeter,
  unexpected,
} from "./pica-http.ts";
import { createTokenSource, type TokenSource } from "./token.ts";

/** Rows per page; Pica silently lowers a higher limit than its own. */
const pageSize = 100;

/** No further page is fetched after these. */
const maxCatalogPages = 500;
const maxConnectionPages = 100;

/** All pages of one list together: ten thousand rows of a kilobyte and a half. */
const maxListBytes = 16_000_000;

/** Every request that the server makes to Pica. */
export interface PicaClient {
  /** The environment that the secret belongs to. */
  readonly environment: ConnectionEnvironment;
  readonly token: TokenSource;
  /** The whole catalog, one entry for each platform. */
  connectors(): Promise<Connector[]>;
  /** Every connection of one identity, healthy or not. */
  connections(
    identity: Identity,
    options?: ConnectionsOptions,
  ): Promise<PaginatedRows<PicaConnection> & { isPartial: boolean }>;
  /** The identity's connection of that key, or null. */
  connection(key: string, identity: Identity, meter?: RequestMeter): Promise<PicaConnection | null>;
  /** Resolves with `absent` when Pica no longer has it. */
  deleteConnection(id: string, meter?: RequestMeter): Promise<"deleted" | "absent">;
  /** Sends a request to the provider, through Pica, on behalf of one connection. */
  passthrough(request: PassthroughCall): Promise<PicaResponse>;
}

export interface ConnectionsOptions {
  meter?: RequestMeter | undefined;
  /**
   * Keys that are expected to be active. If they all are, the inactive connections are not read,
   * which saves half the requests, and the result is `isPartial`.
   */
  expected?: readonly string[] | undefined;
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

/** The newest version of each platform, whatever order the rows came in. */
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
  // Pica lists only active rows by default, and a failed connection is inactive. One has no such
  // filter and lists them all.
  const activities = http.generation === "one" ? [undefined] : [true, false];

  const owner = async (identity: Identity) => ({
    identity: await picaIdentity(identity),
    identityType: identity.type,
  });
  const fetchPage = async (
    path: string,
    query: PicaRequest["query"],
    byteBudget?: ByteBudget,
    meter?: RequestMeter,
  ) => {
    const request = { method: "GET", path, query: { ...query, limit: pageSize } } as const;
    return parsePage(await http.json({ ...request, byteBudget, meter }));
  };

  return {
    environment,
    token: createTokenSource({ ...options, http }),

    connectors: async () => {
      const byteBudget = { bytes: maxListBytes };
      const list = await paginateAll({
        concurrency: 4,
        maxPages: maxCatalogPages,
        maxRows: maxCatalogPages * pageSize,
        idOf: (row: CatalogRow) => `${row.connector.platform} ${row.version}`,
        parse: parseConnector,
        fetchPage: (page) =>
          fetchPage("/available-connectors", { authkit: true, page }, byteBudget),
      });
      if (list.failure) throw list.failure;
      const { dropped, problems } = list;
      if (dropped > 0) onWarning("The catalog had malformed rows.", { dropped, problems });
      return newest(list.rows.filter(({ offered }) => offered));
    },

    connections: async (identity, { meter, expected } = {}) => {
      const filter = await owner(identity);
      const byteBudget = { bytes: maxListBytes };
      const fetchAll = (active: boolean | undefined) =>
        paginateAll({
          concurrency: 2,
          maxPages: maxConnectionPages,
          maxRows: maxConnectionPages * pageSize,
          idOf: (row: PicaConnection) => row.key,
          parse: parseConnection,
          fetchPage: (page) =>
            fetchPage("/vault/connections", { ...filter, active, page }, byteBudget, meter),
        });
      const [first, ...others] = activities;
      const lists = await Promise.all(
        (expected ? [first] : activities).map((active) => fetchAll(active)),
      );
      const isActive = (key: string) =>
        lists.some(({ rows }) => rows.some((row) => row.key === key));
      const isPartial =
        expected !== undefined &&
        others.length > 0 &&
        (lists.some(({ failure }) => failure) || expected.every(isActive));
      if (expected && !isPartial) lists.push(...(await Promise.all(others.map(fetchAll))));
      const dropped = lists.reduce((sum, one) => sum + one.dropped, 0);
      const problems = [...new Set(lists.flatMap((one) => one.problems))];
      if (dropped > 0) {
        onWarning("Pica's connections had malformed rows, which were left out.", {
          dropped,
          problems,
        });
      }
      const rows = new Map(lists.flatMap((one) => one.rows).map((row) => [row.key, row]));
      return {
        rows: [...rows.values()].filter((row) => isOf(row, filter)),
        isComplete: lists.every((one) => one.isComplete),
        isPartial,
        dropped,
        problems,
        failure: lists.find((one) => one.failure)?.failure ?? null,
      };
    },

    connection: async (key, identity, meter) => {
      const filter = await owner(identity);
      for (const active of activities) {
        const query = { ...filter, key, active, page: 1 };
        const page = await fetchPage("/vault/connections", query, undefined, meter);
        const rows = page.rows.map(parseConnection).flatMap((one) => ("row" in one ? one.row : []));
        const row = rows.find((one) => one.key === key && isOf(one, filter));
        if (row) return row;
      }
      return null;
    },

    deleteConnection: async (id, meter) => {
      const path = `/vault/connections/${encodeURIComponent(id)}`;
      const response = await http.send({ method: "DELETE", path, meter });
      if (response.status === 404) return "absent";
      const isSuccess = response.status >= 200 && response.status < 300;
      // The body may be empty, but a page of HTML is not from Pica, whatever its status.
      if (isSuccess && response.headers.get("content-type")?.includes("html")) {
        throw unexpected("a confirmation");
      }
      if (isSuccess) return "deleted";
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
