import { describe, expect, it } from "vitest";
import { budgetRows } from "./budgets.ts";

const bare = { count: 294, who: "bare list of 30", ratio: 1, p95: 45, worstEvent: 40, cards: 30 };
const row = { count: 294, who: "ours", ratio: 1.2, p95: 29, worstEvent: 48, cards: 24 };

describe("budgetRows", () => {
  it("judges our rows alone, and says what holds", () => {
    const rows = budgetRows([bare, row, { ...row, who: "cmdk" }]);
    expect(rows.map(({ verdict }) => verdict)).toEqual(["holds", "holds", "missed", "holds"]);
  });

  it("compares typing with the bare list of the same catalog", () => {
    const rows = budgetRows([{ ...bare, count: 1000, p95: 60 }, bare, row]);
    expect(rows.map(({ budget }) => budget)).toEqual([1.3, 45, 40, 400]);
  });

  it("takes a row without figures for one that misses them all", () => {
    const rows = budgetRows([bare, { count: 294, who: "ours" }]);
    expect(new Set(rows.map(({ verdict }) => verdict))).toEqual(new Set(["missed"]));
  });
});
