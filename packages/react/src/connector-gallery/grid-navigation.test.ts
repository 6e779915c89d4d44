import { describe, expect, it } from "vitest";
import { type ButtonBox, getNextCard } from "./grid-navigation.ts";

/** Buttons of 20 px, each at the end of a column of 100 px; the second row's are wider. */
const grid = (rows: number[], isRtl = false): ButtonBox[] =>
  rows.flatMap((columns, row) =>
    Array.from({ length: columns }, (_, column) => {
      const width = row === 1 ? 90 : 50;
      const start = isRtl ? -100 * (column + 1) : 100 * (column + 1) - width;
      return { top: row * 120, bottom: row * 120 + 20, left: start, right: start + width };
    }),
  );
const boxes = grid([3, 3, 2]);

describe("getNextCard", () => {
  it.each([
    ["ArrowRight", 0, 1],
    ["ArrowLeft", 4, 3],
    ["ArrowDown", 1, 4],
    ["ArrowUp", 4, 1],
    ["ArrowDown", 4, 7],
    ["Home", 5, 0],
    ["End", 2, 7],
  ])("%s leads from card %i to card %i", (key, current, next) => {
    expect(getNextCard(key, current, boxes, false)).toBe(next);
  });

  it("leads from the last full row to the nearest card of a shorter one", () => {
    expect(getNextCard("ArrowDown", 5, boxes, false)).toBe(7);
  });

  it("mirrors the arrows to the left and right in text from right to left", () => {
    const mirrored = grid([3, 3, 2], true);
    expect(getNextCard("ArrowLeft", 0, mirrored, true)).toBe(1);
    expect(getNextCard("ArrowRight", 1, mirrored, true)).toBe(0);
    expect(getNextCard("ArrowDown", 1, mirrored, true)).toBe(4);
  });

  it.each([
    ["ArrowLeft", 0],
    ["ArrowRight", 7],
    ["ArrowUp", 2],
    ["ArrowDown", 6],
    ["Enter", 3],
  ])("leads nowhere with %s from card %i", (key, current) => {
    expect(getNextCard(key, current, boxes, false)).toBeUndefined();
  });
});
