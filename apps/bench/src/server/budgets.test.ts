import { describe, expect, it } from "vitest";
import { budgetTable } from "./budgets.ts";

const question = "catalog from cache";
const reads = (ratio: number): Record<string, string | number>[] => [
  { question, who: "bare Hono, c.json", rate: 1000, ratio: 0.5, workRatio: 2 },
  { question, who: "ours, PGlite", rate: 900, ratio, workRatio: 1 / ratio },
  { question, who: "ours, PostgreSQL", rate: 700, ratio, workRatio: 1 / ratio },
  { question: "token, one page", who: "ours, PGlite", ratio },
  { question: "token, one page", who: "ours, PostgreSQL", ratio: ratio / 2 },
];
const verdicts = (ratio: number, requests: number[]) =>
  budgetTable(
    reads(ratio),
    requests.map((number) => ({ requests: number })),
  ).rows.map(({ verdict }) => verdict);

describe("budgetTable", () => {
  it("says what holds and what is missed", () => {
    expect(verdicts(0.9, [3, 3])).toEqual([
      ...["holds", "holds", "holds"],
      ...["holds", "holds", "missed"],
      ...["holds", "missed"],
      "holds",
    ]);
    expect(verdicts(0.4, [3, 300]).filter((one) => one === "missed")).toHaveLength(8);
  });

  it("takes a figure that is missing for a budget that is missed", () => {
    expect(new Set(budgetTable([], []).rows.map(({ verdict }) => verdict))).toEqual(
      new Set(["missed"]),
    );
  });
});
