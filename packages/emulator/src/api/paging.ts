import { PicaError } from "./pica-error.ts";

const defaultLimit = 20;
/** Larger limits are clamped without a word (One's OpenAPI 5.35.0; a guess for Pica V2). */
const maxLimit = 150;

/** The stretch of a list that a request asks for. */
export interface Paging {
  page: number;
  limit: number;
  skip: number;
}

/** A page of a list, as every list of the API is answered. */
export interface Page<Row> {
  rows: Row[];
  total: number;
  pages: number;
  page: number;
}

/**
 * Reads `page`, `limit` and `skip`; `skip` wins over `page` (the paging of `@picahq/ai`).
 *
 * @throws PicaError 400 when one of them is not a whole number of at least 0.
 */
export function readPaging(query: Readonly<Record<string, string>>): Paging {
  const limit = Math.min(Math.max(readNumber(query, "limit") ?? defaultLimit, 1), maxLimit);
  const skip = readNumber(query, "skip");
  if (skip !== undefined) return { page: Math.floor(skip / limit) + 1, limit, skip };
  const page = Math.max(readNumber(query, "page") ?? 1, 1);
  return { page, limit, skip: (page - 1) * limit };
}

/** A page out of a list that is already whole. */
export function pageOf<Item, Row>(
  items: readonly Item[],
  paging: Paging,
  toRow: (item: Item) => Row,
): Page<Row> {
  const rows = items.slice(paging.skip, paging.skip + paging.limit).map(toRow);
  return toPage(rows, items.length, paging);
}

export const toPage = <Row>(rows: Row[], total: number, { page, limit }: Paging): Page<Row> => ({
  rows,
  total,
  pages: Math.ceil(total / limit),
  page,
});

function readNumber(query: Readonly<Record<string, string>>, name: string): number | undefined {
  const text = query[name];
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) {
    throw new PicaError(400, `Invalid query parameter: ${name} must be a whole number`);
  }
  return Number(text);
}
