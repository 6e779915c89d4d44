import type { Cell, Table } from "../harness/table.ts";

type Row = Readonly<Record<string, Cell>>;

/** The kit's promises beside the worst figures, with what breaks them. */
export function limitTable(shifts: readonly Row[], presses: readonly Row[]): Table {
  const judge = (what: string, limit: number, rows: readonly Row[], key: string) => {
    const figureOf = (row: Row) => (typeof row[key] === "number" ? row[key] : Number.NaN);
    const missed = rows.filter((row) => !(figureOf(row) <= limit)).map((row) => row.what);
    return {
      what,
      limit,
      figure: Math.max(...rows.map(figureOf).filter((figure) => !Number.isNaN(figure))),
      verdict: missed.length === 0 ? "holds" : `missed: ${missed.join("; ")}`,
    };
  };
  const ofKind = (kind: string) => shifts.filter((row) => row.kind === kind);
  const searches = shifts.filter(({ what }) => String(what).startsWith("search"));
  return {
    caption: "Against the limits",
    columns: [
      { key: "what", title: "what" },
      { key: "limit", title: "limit", digits: 2 },
      { key: "figure", title: "worst", digits: 3 },
      { key: "verdict", title: "verdict" },
    ],
    rows: [
      judge("layout shift of a visit", 0.01, ofKind("load"), "counted"),
      judge("layout shift of a flow", 0.01, ofKind("flow"), "counted"),
      judge("px that the search field moves", 0, searches, "field"),
      judge("press to change, ms", 100, presses, "worstChange"),
      judge("press to painted change, ms", 100, presses, "worstPaint"),
    ],
  };
}
