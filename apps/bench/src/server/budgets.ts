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
  const least = 0.8;
  const question = "catalog from cache";
  const usual = figureOf(reads, "rate", { question, who: "bare Hono, c.json" });
  const catalogs = ["ours, PGlite", "ours, PostgreSQL"].flatMap((who) => {
    const from = { question, who };
    const works = 1 / figureOf(reads, "workRatio", from);
    return [
      { what: "× bare Hono with the text at hand", figure: figureOf(reads, "ratio", from) },
      { what: "× the same, per CPU second", figure: works },
      { what: "× bare Hono with c.json", figure: figureOf(reads, "rate", from) / usual },
    ].map(({ what, figure }) => ({
      what: `${question} (${who}), answers/s ${what}`,
      budget: `at least ${least}`,
      figure,
      verdict: verdict(figure >= least),
    }));
  });
  const leastOfProxy = 0.5;
  const tokens = ["ours, PGlite", "ours, PostgreSQL"].map((who) => {
    const figure = figureOf(reads, "ratio", { question: "token, one page", who });
    return {
      what: `token, one page (${who}), answers/s × a bare proxy`,
      budget: `at least ${leastOfProxy}`,
      figure,
      verdict: verdict(figure >= leastOfProxy),
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
      ...tokens,
      {
        what: "requests at Pica for 1,000 cold readers at once",
        budget: `${requests[0]}, as for one`,
        figure: requests.at(-1) ?? Number.NaN,
        verdict: verdict(requests.length > 1 && new Set(requests).size === 1),
      },
    ],
  };
}
