import { unexpected } from "./pica-http.ts";

/** One page as Pica sent it: its rows are not validated yet. */
export interface Page {
  rows: readonly unknown[];
  pages: number;
  total: number | null;
}

/** A row, or why it cannot be used, in words that quote nothing of it. */
export type Parsed<Row> = { row: Row } | { problem: string };

export interface PaginateOptions<Row> {
  fetchPage(page: number): Promise<Page>;
  parse(row: unknown): Parsed<Row>;
  /** Rows with the same id are duplicates. */
  idOf(row: Row): string;
  /** Later pages fetched at the same time. */
  concurrency: number;
  /** No further page is fetched after these. */
  maxPages: number;
  /** A list with more rows is refused, which bounds what one list can take of the memory. */
  maxRows: number;
}

export interface PaginatedRows<Row> {
  /** Without duplicates, in Pica's order. */
  rows: Row[];
  /** Whether every page came, no row was malformed, and there are as many rows as `total` says. */
  isComplete: boolean;
  /** How many rows were malformed. */
  dropped: number;
  /** What was wrong with them; the first few different problems. */
  problems: readonly string[];
  /** What ended the list early; null if nothing did. */
  failure: unknown;
}

/** How many different problems are reported. */
const maxProblems = 5;

/**
 * Fetches a list page by page. Neither `limit`, which Pica lowers silently, nor `pages`, which has
 * been seen too low and too high, is relied on alone: it stops once `total` rows have come, and goes
 * on past `pages` while rows are missing.
 */
export async function paginateAll<Row>(options: PaginateOptions<Row>): Promise<PaginatedRows<Row>> {
  const { fetchPage, parse, idOf, concurrency, maxPages, maxRows } = options;
  const rows = new Map<string, Row>();
  const problems = new Set<string>();
  let dropped = 0;
  let seen = 0;

  const addPage = (page: Page) => {
    seen += page.rows.length;
    if (seen > maxRows) throw unexpected("a list of a sensible length");
    for (const candidate of page.rows) {
      const parsed = parse(candidate);
      if ("problem" in parsed) {
        dropped++;
        if (problems.size < maxProblems) problems.add(parsed.problem);
      } else {
        const id = idOf(parsed.row);
        if (!rows.has(id)) rows.set(id, parsed.row);
      }
    }
  };

  const result = () => ({ rows: [...rows.values()], dropped, problems: [...problems] });

  try {
    const first = await fetchPage(1);
    addPage(first);
    const total = first.total ?? Number.POSITIVE_INFINITY;
    let next = 2;
    let isExhausted = first.rows.length === 0;
    while (!isExhausted && next <= maxPages && seen < total) {
      const promised = Math.min(first.pages, maxPages) - next + 1;
      if (promised < 1 && first.total === null) break;
      const missing = Math.ceil((total - seen) / first.rows.length);
      const count = Math.max(1, Math.min(promised, concurrency, missing));
      const batch = await Promise.all(Array.from({ length: count }, (_, i) => fetchPage(next + i)));
      for (const page of batch) {
        addPage(page);
        isExhausted ||= page.rows.length === 0;
      }
      next += count;
    }
    const hasAll =
      first.total === null ? isExhausted || next > first.pages : rows.size === first.total;
    return { ...result(), isComplete: hasAll && dropped === 0, failure: null };
  } catch (failure) {
    return { ...result(), isComplete: false, failure };
  }
}
