import { describe, expect, it } from "vitest";
import { median, medianRatio, percentile } from "./statistics.ts";

const oneToTen = [7, 1, 10, 3, 5, 2, 9, 4, 8, 6];

describe("percentile", () => {
  it("is a measured value, whatever order they came in", () => {
    expect(percentile(oneToTen, 50)).toBe(5);
    expect(percentile(oneToTen, 95)).toBe(10);
    expect(percentile(oneToTen, 90)).toBe(9);
    expect(percentile(oneToTen, 0)).toBe(1);
  });

  it("leaves the values as they were", () => {
    const values = [3, 1, 2];
    percentile(values, 50);
    expect(values).toEqual([3, 1, 2]);
  });

  it("is not a number without values", () => {
    expect(percentile([], 50)).toBeNaN();
  });
});

describe("median", () => {
  it("is the middle value, or the mean of the two in the middle", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median(oneToTen)).toBe(5.5);
    expect(median([4])).toBe(4);
    expect(median([])).toBeNaN();
  });
});

describe("medianRatio", () => {
  const times = (...values: number[]) => values.map((time) => ({ time }));
  const ratio = (samples: { time: number }[], others: { time: number }[]) =>
    medianRatio(samples, others, ({ time }) => time);

  it("compares within rounds: one slow round for both changes nothing", () => {
    expect(ratio(times(20, 200, 20), times(10, 100, 10))).toBe(2);
  });

  it("leaves out a round that only one of them finished", () => {
    expect(ratio(times(20, 30), times(10))).toBe(2);
    expect(ratio(times(20), [])).toBeNaN();
  });
});
