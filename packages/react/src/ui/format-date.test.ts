import { describe, expect, it } from "vitest";
import { formatDate, formatMoment, formatRelativeDay, toDate } from "./format-date.ts";

const now = Date.parse("2026-03-05T12:00:00");

describe("an invalid moment", () => {
  it.each(["", "soon", "2026-13-45T00:00:00Z", "9".repeat(40), "+999999-01-01T00:00:00Z"])(
    "%j has no date",
    (text) => {
      expect(toDate(text)).toBeNull();
    },
  );

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 8.64e15 + 1, -1e300])(
    "%d has no words",
    (moment) => {
      expect(formatMoment(moment, "en", now)).toBeNull();
    },
  );
});

it.each([
  "2026-03-05T10:00:00",
  "1970-01-01T00:00:00Z",
  "0001-01-01T00:00:00Z",
  "9999-12-31T23:59:59Z",
  "+275760-09-13T00:00:00Z",
  "-271821-04-20T00:00:00Z",
])("the date %s has words, however far away it is", (text) => {
  const date = toDate(text);
  if (!date) throw new Error("It is no date.");
  for (const locale of ["en", "ar", "ja"]) {
    for (const at of [now, 0, 8.64e15, -8.64e15]) {
      expect(formatRelativeDay(date, locale, at)).toMatch(/\S/);
      expect(formatMoment(date.getTime(), locale, at)).toMatch(/\S/);
    }
    expect(formatDate(date, locale)).toMatch(/\S/);
  }
});

it("says today, yesterday, and a date after a week", () => {
  const day = (text: string) => formatRelativeDay(new Date(text), "en", now);
  expect(day("2026-03-05T00:00:01")).toBe("today");
  expect(day("2026-03-04T23:59:59")).toBe("yesterday");
  expect(day("2026-02-20T12:00:00")).toBe("February 20, 2026");
});
