import type { Cell } from "../harness/table.ts";
import { contestants } from "./bundle-pages.ts";

type Row = Readonly<Record<string, Cell>>;

/** The kit's promises for its gallery, whatever the size of the catalog. */
const budgets = [
  { key: "ratio", what: "first paint, × bare list", limit: 1.3 },
  { key: "p95", what: "key to the right list, p95 ms", limit: "bare" },
  { key: "worstEvent", what: "worst event, ms", limit: "bare" },
  { key: "cards", what: "cards in the document", limit: 400 },
] as const;

/** Our rows beside what they should be: a number, or the bare list's figure in the same run. */
export const budgetRows = (rows: readonly Row[]): Row[] =>
  rows
    .filter(({ who }) => who === contestants.ours.who)
    .flatMap((row) => {
      const bare = rows.find(
        ({ who, count }) => who === contestants["bare-list"].who && count === row.count,
      );
      return budgets.map(({ key, what, limit }) => {
        const figure = row[key] ?? null;
        const budget = limit === "bare" ? (bare?.[key] ?? null) : limit;
        const holds = typeof figure === "number" && typeof budget === "number" && figure <= budget;
        return {
          count: row.count ?? null,
          what,
          budget,
          figure,
          verdict: holds ? "holds" : "missed",
        };
      });
    });
