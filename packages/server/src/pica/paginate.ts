import { unexpected } from "./pica-http.ts";

/** One page as upstream gave it: rows not yet looked at. */
export interface Page {
  rows: readonly unknown[];
  pages: number;
  total: number | null;
}

/** A row, or why it cannot be used, in words that quote nothing of it. */
export type Parsed<Row> = { row: Row } | { problem: string };

export interface WalkOptions<Row> {
  fetchPage(page: number): Promise<Page>;
  parse(row: unknown): Parsed<Row>;
  /** What makes two rows the same one. */
  idOf(row: Row): string;
  /** Later pages asked for at the same time. */
  concurrency: number;
  /** More pages than this are never asked for. */
  mostPages: number;
  /** More rows than this, of all pages together, are refused: no honest list has as many. */
  mostRows: number;
}

export interface Walk<Row> {
  /** Without duplicates, in upstream's order. */
  rows: Row[];
  /** Every page came, no row was dropped, and the distinct rows are as many as `total` says. */
  whole: boolean;
  /** Malformed rows. */
  dropped: number;
  /** What was wrong with them; the first few of the kinds there were. */
  problems: readonly string[];
  /** What ended the walk early. */
  failure: unknown;
}

/** Kinds of malformed rows that are told apart. */
const mostProblems = 5;

/**
 * Pages through a list until it is done. Neither `limit` (clamped without a word) nor `pages`
 * (seen to lie, both ways) is believed alone: the walk ends once as many rows as `total` have
 * come, and goes on past `pages` while some are missing.
 */
export async function walkPages<Row>(options: WalkOptions<Row>): Promise<Walk<Row>> {
  const { fetchPage, parse, idOf, concurrency, mostPages, mostRows } = options;
  const rows = new Map<string, Row>();
  const problems = new Set<string>();
  let dropped = 0;
  let seen = 0;

  const take = (page: Page) => {
    seen += page.rows.length;
    if (seen > mostRows) throw unexpected("a list of a sensible length");
    for (const candidate of page.rows) {
      const parsed = parse(candidate);
      if ("problem" in parsed) {
        dropped++;
        if (problems.size < mostProblems) problems.add(parsed.problem);
      } else {
        const id = idOf(parsed.row);
        if (!rows.has(id)) rows.set(id, parsed.row);
      }
    }
  };

  const found = () => ({ rows: [...rows.values()], dropped, problems: [...problems] });

  try {
    const first = await fetchPage(1);
    take(first);
    const total = first.total ?? Number.POSITIVE_INFINITY;
    let next = 2;
    let exhausted = first.rows.length === 0;
    while (!exhausted && next <= mostPages && seen < total) {
      const promised = Math.min(first.pages, mostPages) - next + 1;
      if (promised < 1 && first.total === null) break;
      const missing = Math.ceil((total - seen) / first.rows.length);
      const count = Math.max(1, Math.min(promised, concurrency, missing));
      const batch = await Promise.all(Array.from({ length: count }, (_, i) => fetchPage(next + i)));
      for (const page of batch) {
        take(page);
        exhausted ||= page.rows.length === 0;
      }
      next += count;
    }
    const complete =
      first.total === null ? exhausted || next > first.pages : rows.size === first.total;
    return { ...found(), whole: complete && dropped === 0, failure: null };
  } catch (failure) {
    return { ...found(), whole: false, failure };
  }
}
