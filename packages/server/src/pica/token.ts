import { ProblemError } from "../errors/problem-error.ts";
import type { Identity } from "../identity/identity.ts";
import { paginateAll } from "./paginate.ts";
import { parseTokenPage, type TokenPage } from "./parse-rows.ts";
import { type PicaHttp, unexpected } from "./pica-http.ts";

/** Rows per page of a whole token, as the official client and AuthKit's page ask for. */
const pageSize = 100;
/** A token with more pages is refused: 5,000 rows are far above any catalog. */
const maxPages = 50;
/** All pages of one token together. */
const maxTokenBytes = 16_000_000;
/** The highest page that can be asked for by its number, whatever Pica says. */
const lastPage = 100_000;

const flagsLifetimeMs = 5 * 60_000;
const failedFlagsLifetimeMs = 30_000;

export interface TokenPageRequest {
  page: number;
  limit: number;
}

export interface IssuedToken {
  /** The JSON that AuthKit's page expects. */
  body: object;
  /** How many pages Pica has at this page size. */
  pages: number;
}

export interface TokenSource {
  /**
   * All pages as page 1 of 1, or one of them. Pica's AuthKit asks for page 1 and gets all, as from the
   * official client: page after page, it would take a round trip for each.
   */
  issue(identity: Identity, request?: TokenPageRequest): Promise<IssuedToken>;
}

export interface TokenSourceOptions {
  http: PicaHttp;
  picaIdentity(identity: Identity): Promise<string>;
  now(): number;
  onWarning(message: string, fields: Record<string, unknown>): void;
}

const idOf = (row: unknown) => {
  const id = typeof row === "object" && row !== null && "id" in row ? row.id : undefined;
  return id === undefined || id === null ? JSON.stringify(row) : String(id);
};

const isObject = (row: unknown): row is object => typeof row === "object" && row !== null;

const withWhiteLabel = (body: object, isWhiteLabel: boolean | null) =>
  isWhiteLabel === null ? body : { ...body, isWhiteLabel };

/** Gets the body for AuthKit's page, in two round trips at most however many pages there are. */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { http, picaIdentity, now, onWarning } = options;
  let flags: { value: Promise<boolean>; until: number } | null = null;

  /** Whether AuthKit leaves out its own brand. A failure shows the brand and still gives a token. */
  function isWhiteLabel(): Promise<boolean> {
    if (flags && now() < flags.until) return flags.value;
    const entry = {
      until: now() + flagsLifetimeMs,
      value: http.json({ method: "GET", path: "/users/flags" }).then(
        (answer) =>
          typeof answer === "object" &&
          answer !== null &&
          "authkitWhitelist" in answer &&
          answer.authkitWhitelist === true,
        (error: unknown) => {
          entry.until = now() + failedFlagsLifetimeMs;
          const code = error instanceof ProblemError ? error.code : "internal";
          onWarning("Pica's flags could not be read; AuthKit will show its own brand.", { code });
          return false;
        },
      ),
    };
    flags = entry;
    return entry.value;
  }

  return {
    issue: async (identity, request) => {
      const payload = { identity: await picaIdentity(identity), identityType: identity.type };
      const isOne = http.generation === "one";
      const path = isOne ? "/authkit/token" : "/authkit";
      // One's token has the flag itself.
      const whiteLabel = isOne ? null : isWhiteLabel();
      const byteBudget = { bytes: maxTokenBytes };
      const fetchPage = async (page: number, limit: number) =>
        parseTokenPage(
          await http.json({
            method: "POST",
            path,
            query: { limit, page },
            body: payload,
            byteBudget,
          }),
        );

      const isFirst = request?.page === 1 && request.limit === pageSize;
      // One's own example passes on page by page.
      if (request && (isOne || !isFirst)) {
        const page = await fetchPage(request.page, request.limit);
        const body = { ...page, rows: page.rows.filter(isObject) };
        return {
          body: withWhiteLabel(body, await whiteLabel),
          pages: Math.min(page.pages, lastPage),
        };
      }

      const envelopes: Omit<TokenPage, "rows">[] = [];
      const list = await paginateAll<object>({
        concurrency: 10,
        maxPages,
        maxRows: maxPages * pageSize,
        idOf,
        parse: (row) => (isObject(row) ? { row } : { problem: "row: invalid_type" }),
        fetchPage: async (number) => {
          const page = await fetchPage(number, pageSize);
          const { rows: _, ...envelope } = page;
          envelopes[number - 1] = envelope;
          return page;
        },
      });
      const [first] = envelopes;
      const last = envelopes.at(-1);
      if (list.failure || !first || !last) throw list.failure ?? unexpected("a token");
      if (envelopes.length === maxPages && !list.isComplete) {
        throw unexpected("a token of a sensible size");
      }
      if (list.dropped > 0) {
        onWarning("Pica's token had malformed rows.", { dropped: list.dropped });
      }
      const body =
        envelopes.length === 1
          ? { ...first, rows: list.rows }
          : {
              rows: list.rows,
              page: 1,
              pages: 1,
              total: first.total,
              requestId: last.requestId,
              ...("isWhiteLabel" in first && { isWhiteLabel: first.isWhiteLabel }),
            };
      return { body: withWhiteLabel(body, await whiteLabel), pages: 1 };
    },
  };
}
