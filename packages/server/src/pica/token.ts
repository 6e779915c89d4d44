import { ProblemError } from "../errors/problem-error.ts";
import type { Identity } from "../identity/identity.ts";
import { walkPages } from "./paginate.ts";
import { parseTokenPage, type TokenPage } from "./parse-rows.ts";
import { type PicaHttp, unexpected } from "./pica-http.ts";

/** Rows that one page of a whole token has: what the official client asks for. */
const pageSize = 100;
/** More pages than this are refused rather than fetched: 5,000 rows are far above any catalog. */
const mostPages = 50;
/** Bytes that they may have together. */
const tokenBytes = 16_000_000;
/** The last page that can be asked for by its number, whatever Pica says that there is. */
const lastPage = 100_000;

/** Milliseconds for which the white-label flag is believed. */
const flagsLifetime = 5 * 60_000;
const failedFlagsLifetime = 30_000;

export interface TokenPageRequest {
  page: number;
  limit: number;
}

export interface IssuedToken {
  /** The body that AuthKit's page expects, as JSON. */
  json: string;
  /** How many pages upstream has at this page size. */
  pages: number;
}

export interface TokenSource {
  /** One upstream page, or without `request` all of them as page 1 of 1. */
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

/** Gets the body for AuthKit's page: two round trips at most, however many pages there are. */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { http, picaIdentity, now, onWarning } = options;
  let flags: { value: Promise<boolean>; until: number } | null = null;

  /** Whether AuthKit's own brand is to be left out; a failure costs the look, not the token. */
  function isWhiteLabel(): Promise<boolean> {
    if (flags && now() < flags.until) return flags.value;
    const entry = {
      until: now() + flagsLifetime,
      value: http.json({ method: "GET", path: "/users/flags" }).then(
        (answer) =>
          typeof answer === "object" &&
          answer !== null &&
          "authkitWhitelist" in answer &&
          answer.authkitWhitelist === true,
        (error: unknown) => {
          entry.until = now() + failedFlagsLifetime;
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
      // One's token says so itself.
      const whiteLabel = isOne ? null : isWhiteLabel();
      const allowance = { bytes: tokenBytes };
      const fetchPage = async (page: number, limit: number) => {
        const { text, value } = await http.document({
          method: "POST",
          path,
          query: { limit, page },
          body: payload,
          allowance,
        });
        return { text, page: parseTokenPage(value) };
      };

      if (request) {
        const { text, page } = await fetchPage(request.page, request.limit);
        const pages = Math.min(page.pages, lastPage);
        return { json: handOn(text, page, await whiteLabel), pages };
      }

      const pages: TokenPage[] = [];
      const walk = await walkPages<unknown>({
        concurrency: 10,
        mostPages,
        mostRows: mostPages * pageSize,
        idOf,
        parse: (row) => (isObject(row) ? { row } : { problem: "row: invalid_type" }),
        fetchPage: async (number) => {
          const { page } = await fetchPage(number, pageSize);
          pages[number - 1] = page;
          return page;
        },
      });
      const [first] = pages;
      const last = pages.at(-1);
      if (walk.failure || !first || !last) throw walk.failure ?? unexpected("a token");
      if (pages.length === mostPages && !walk.whole) throw unexpected("a token of a sensible size");
      if (walk.dropped > 0)
        onWarning("Pica's token had malformed rows.", { dropped: walk.dropped });
      const merged =
        pages.length === 1
          ? { ...first, rows: walk.rows }
          : {
              rows: walk.rows,
              page: 1,
              pages: 1,
              total: first.total,
              requestId: last.requestId,
              ...("isWhiteLabel" in first && { isWhiteLabel: first.isWhiteLabel }),
            };
      return { json: write(merged, await whiteLabel), pages: 1 };
    },
  };
}

const isObject = (row: unknown): row is object => typeof row === "object" && row !== null;

const write = (body: object, isWhiteLabel: boolean | null) =>
  JSON.stringify({ ...body, ...(isWhiteLabel !== null && { isWhiteLabel }) });

/**
 * A page as it came, with the label at its end. It is written anew only where something in it must
 * not be passed on: to write a hundred rows takes longer than to check them.
 */
function handOn(text: string, page: TokenPage, isWhiteLabel: boolean | null): string {
  const isWhole = page.rows.every(isObject);
  if (isWhole && isWhiteLabel === null) return text;
  if (!isWhole || "isWhiteLabel" in page) {
    return write({ ...page, rows: page.rows.filter(isObject) }, isWhiteLabel);
  }
  return `${text.slice(0, text.lastIndexOf("}"))},"isWhiteLabel":${isWhiteLabel}}`;
}
