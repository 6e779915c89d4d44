import { describe, expect, it } from "vitest";
import { budgetTable } from "./budgets.ts";

const question = "catalog from cache";
const verdicts = (ratio: number, requests: number[]) =>
  budgetTable(
    [
      { question, who: "ours, PGlite", ratio },
      { question, who: "ours, PostgreSQL", ratio: ratio / 2 },
    ],
    requests.map((number) => ({ requests: number })),
  ).rows.map(({ verdict }) => verdict);

describe("budgetTable", () => {
  it("says what holds and what is missed", () => {
    expect(verdicts(0.9, [3, 3])).toEqual(["holds", "missed", "holds"]);
    expect(verdicts(0.4, [3, 300])).toEqual(["missed", "missed", "missed"]);
  });

  it("takes a figure that is missing for a budget that is missed", () => {
    expect(new Set(budgetTable([], []).rows.map(({ verdict }) => verdict))).toEqual(
      new Set(["missed"]),
    );
  });
});
