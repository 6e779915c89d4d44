import type { Cell, Table } from "../harness/table.ts";

type Row = Readonly<Record<string, Cell>>;

const figureOf = (rows: readonly Row[], key: string, fits: Readonly<Record<string, Cell>>) => {
  const row = rows.find((one) => Object.entries(fits).every(([name, cell]) => one[name] === cell));
  const figure = row?.[key];
  return typeof figure === "number" ? figure : Number.NaN;
};

const verdict = (holds: boolean) => (holds ? "holds" : "missed");

/** The server's promises beside what it does. */
export function budgetTable(reads: readonly Row[], cold: readonly Row[]): Table {
  const least = 0.5;
  const catalogs = ["ours, PGlite", "ours, PostgreSQL"].map((who) => {
    const figure = figureOf(reads, "ratio", { question: "catalog from cache", who });
    return {
      what: `catalog from cache (${who}), answers/s × a bare Hono route`,
      budget: `at least ${least}`,
      figure,
      verdict: verdict(figure >= least),
    };
  });
  const requests = cold.map((row) => Number(row.requests));
  return {
    caption: "Against the budgets",
    columns: [
      { key: "what", title: "what" },
      { key: "budget", title: "budget" },
      { key: "figure", title: "is", digits: 2 },
      { key: "verdict", title: "verdict" },
    ],
    rows: [
      ...catalogs,
      {
        what: "requests at Pica for 1,000 cold readers at once",
        budget: `${requests[0]}, as for one`,
        figure: requests.at(-1) ?? Number.NaN,
        verdict: verdict(requests.length > 1 && new Set(requests).size === 1),
      },
    ],
  };
}
