import { describe, expect, it } from "vitest";
import { budgetRows } from "./budgets.ts";

const row = {
  count: 294,
  who: "ours",
  ratio: 1.2,
  logosRatio: 1.3,
  p95: 29,
  worstEvent: 40,
  frame: 50,
  cards: 24,
};

describe("budgetRows", () => {
  it("judges our rows alone, and says what holds", () => {
    const verdicts = budgetRows([row, { ...row, who: "cmdk" }]).map(({ verdict }) => verdict);
    expect(verdicts).toEqual(["holds", "holds", "holds", "holds", "missed", "holds"]);
  });

  it("shows the bare list's figure of the same catalog beside each", () => {
    const bare = { count: 294, who: "bare list of 30", ratio: 1, p95: 45 };
    const rows = budgetRows([{ ...bare, count: 1000, p95: 60 }, bare, row]);
    expect(rows.map((budget) => budget.bare)).toEqual([1, null, 45, null, null, null]);
  });

  it("takes a row without figures for one that misses them all", () => {
    const rows = budgetRows([{ count: 294, who: "ours" }]);
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(["missed"]));
  });
});
