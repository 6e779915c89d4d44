import { readFileSync } from "node:fs";
import * as kit from "@authkit-ui/react";
import { expect, test } from "vitest";
import type { BoardProps } from "./board.tsx";
import { coverageOf, formatCoverage, type StoryFile } from "./coverage.tsx";

const files = import.meta.glob<StoryFile>(
  ["../packages/react/src/**/*.stories.tsx", "./flows/*.stories.tsx"],
  { eager: true },
);

// Renders every story once: too much for the time of a single test on a busy machine.
const coverage = coverageOf(Object.values(files));
console.log(formatCoverage(coverage));

test.each(coverage)("$component has a story with axe in its state $state", ({ axe }) => {
  expect(axe).toBeGreaterThan(0);
});

const reference = readFileSync(new URL("../docs/api/react.md", import.meta.url), "utf8");

test.each(Object.entries(files))(
  "%s has controls for public props alone",
  (_, { default: meta }) => {
    const isPublic = Object.values<unknown>(kit).includes(meta.component);
    const { disable, include } = meta.parameters?.controls ?? {};
    if (isPublic || disable || !meta.component) return;
    const internal = (include ?? ["all"]).filter((name) => !reference.includes(`| \`${name}?\` |`));
    expect(internal).toEqual([]);
  },
);

interface BoardFile {
  default: { args?: Partial<BoardProps> };
  [name: string]: { args?: Partial<BoardProps> };
}

const boards = Object.entries(
  import.meta.glob<BoardFile>("./boards/*.stories.tsx", { eager: true }),
);

test.each(boards)("%s shows each story that needs no server, once", (_, file) => {
  const { default: meta, ...rest } = file;
  const shown = Object.values(rest).flatMap(({ args }) => {
    const { stories = {}, only = [] } = { ...meta.args, ...args };
    return only.map((name) => Object.entries(stories).find(([other]) => other === name)?.[1]);
  });
  const modules = Object.values(rest).map(({ args }) => args?.stories ?? meta.args?.stories ?? {});
  const expected = modules.flatMap(({ default: { excludeStories = [] }, ...stories }) =>
    Object.entries(stories)
      .filter(([name, story]) => !excludeStories.includes(name) && story.play === undefined)
      .map(([, story]) => story),
  );
  expect(shown).not.toContain(undefined);
  expect(new Set(shown)).toEqual(new Set(expected));
  expect(shown).toHaveLength(new Set(shown).size);
});
