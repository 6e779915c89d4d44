import { describe, expect, it } from "vitest";
import { limitTable } from "./limits.ts";

const visit = { kind: "load", what: "3 accounts, first visit", counted: 0.004, field: null };
const search = { kind: "flow", what: "search", counted: 0, field: 0 };
const press = { what: "Save", worstChange: 20, worstPaint: 40 };

const verdicts = (...[shifts, presses]: Parameters<typeof limitTable>) =>
  limitTable(shifts, presses).rows.map(({ verdict }) => verdict);

describe("limitTable", () => {
  it("says what holds", () => {
    expect(new Set(verdicts([visit, search], [press]))).toEqual(new Set(["holds"]));
  });

  it("names what breaks a limit, and judges visits and flows apart", () => {
    const rows = [visit, { ...visit, what: "14 accounts, first visit", counted: 0.2 }, search];
    expect(verdicts(rows, [press])).toEqual([
      "missed: 14 accounts, first visit",
      ...Array(4).fill("holds"),
    ]);
  });

  it("judges the change and its paint apart", () => {
    const [, , , change, paint] = verdicts([visit, search], [{ ...press, worstPaint: 101 }]);
    expect([change, paint]).toEqual(["holds", "missed: Save"]);
  });

  it("takes a row without figures for one that breaks the limit", () => {
    const rows = [visit, { kind: "flow", what: "search: Timeout" }];
    expect(verdicts(rows, [press]).slice(1, 3)).toEqual([
      "missed: search: Timeout",
      "missed: search: Timeout",
    ]);
  });
});
