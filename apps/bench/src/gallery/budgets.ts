import type { Cell } from "../harness/table.ts";
import { contestants } from "./bundle-pages.ts";

type Row = Readonly<Record<string, Cell>>;

/** The kit's promises for its gallery, whatever the size of the catalog. */
const budgets = [
  { key: "ratio", what: "first paint, × bare list", budget: 1.3 },
  { key: "logosRatio", what: "first logos, × bare list", budget: 1.3 },
  { key: "p95", what: "key to the right list, p95 ms", budget: 30 },
  { key: "worstEvent", what: "worst event, ms", budget: 40 },
  { key: "frame", what: "longest frame while scrolling, ms", budget: 33 },
  { key: "cards", what: "cards in the document", budget: 400 },
] as const;

/**
 * Our rows beside what they should be, and beside the least that the same machine takes: where the
 * bare list misses a budget in milliseconds too, the machine is slower than the budget thought.
 */
export const budgetRows = (rows: readonly Row[]): Row[] =>
  rows
    .filter(({ who }) => who === contestants.ours.who)
    .flatMap((row) => {
      const bare = rows.find(
        ({ who, count }) => who === contestants["bare-list"].who && count === row.count,
      );
      return budgets.map(({ key, what, budget }) => {
        const figure = row[key] ?? null;
        const holds = typeof figure === "number" && figure <= budget;
        return {
          count: row.count ?? null,
          what,
          budget,
          figure,
          bare: bare?.[key] ?? null,
          verdict: holds ? "holds" : "missed",
        };
      });
    });
