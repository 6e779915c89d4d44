import { expect, it } from "vitest";
import { searchLabels } from "./search-labels.ts";

const labels = ["ATS & Recruiting", "Booking & Scheduling", "Café", "CRM", "Screen-Recording"];
const search = (typed: string) =>
  searchLabels(
    labels.map((label) => ({ label })),
    typed,
  ).map(({ label }) => label);

it.each([
  ["cr", ["CRM", "ATS & Recruiting", "Screen-Recording"]],
  ["rec", ["ATS & Recruiting", "Screen-Recording"]],
  ["re", ["ATS & Recruiting", "Screen-Recording"]],
  ["s", ["Screen-Recording", "Booking & Scheduling", "ATS & Recruiting"]],
  [" cafe ", ["Café"]],
  ["", labels],
  ["zz", []],
])("finds “%s” at the beginning of a label, then of a word, then inside one", (typed, found) => {
  expect(search(typed)).toEqual(found);
});
