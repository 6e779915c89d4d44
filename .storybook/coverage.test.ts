import { expect, test } from "vitest";
import { coverageOf, formatCoverage, type StoryFile } from "./coverage.tsx";

const files = import.meta.glob<StoryFile>(
  ["../packages/react/src/**/*.stories.tsx", "./flows/*.stories.tsx"],
  { eager: true },
);

test("every state of every component has a story with axe", () => {
  const coverage = coverageOf(Object.values(files));
  console.log(formatCoverage(coverage));
  const missing = coverage.filter(({ axe }) => axe === 0);
  expect(missing.map(({ component, state }) => `${component}: ${state}`)).toEqual([]);
});
