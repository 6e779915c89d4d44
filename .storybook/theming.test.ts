import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { components } from "./components.mjs";
import { statesOf } from "./coverage.tsx";
import { basicTokens } from "./docs/tokens.ts";

const root = new URL("../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const page = read(".storybook/docs/theming.mdx");

const codes = (text = "") => [...text.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => code ?? []);

/** The cells of the page's rows that begin with that name. */
const cellsOf = (name: string) =>
  page
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .find(([, first]) => first === name) ?? [];

/** Every class that a component of the kit writes. */
function writtenClasses(): Set<string> {
  const sources = new URL("packages/react/src/", root);
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".tsx") && !/\.(stories|test)\.tsx$/.test(path),
  );
  const classes = files.flatMap((path) =>
    [
      ...readFileSync(new URL(path, sources), "utf8").matchAll(/(?<=["\s])ak-[a-z-]+(?=["\s])/g),
    ].map(([name]) => `.${name}`),
  );
  return new Set(classes);
}

describe("the page on theming", () => {
  it("names every token that the stylesheet reads, as does the README", () => {
    const sheet = read("packages/react/src/styles/tokens.css");
    const tokens = [...new Set(sheet.match(/(?<=var\(\s*)--ak-[a-z-]+/g))].sort();
    const basic = basicTokens.map(({ name }) => `--ak-${name}`);
    const further = codes(page).filter((code) => cellsOf(`\`${code}\``).length > 0);
    expect([...new Set([...basic, ...further])].sort()).toEqual(tokens);
    const readme = read("README.md");
    expect(tokens.filter((token) => !readme.includes(`\`${token}\``))).toEqual([]);
  });

  it.each(components)("has the class and the states of $name", (component) => {
    const [, , className, states] = cellsOf(component.name);
    expect(codes(className)).toEqual([component.selector]);
    expect(codes(states)).toEqual([component.attribute, ...statesOf(component)]);
  });

  it.each(components)("names parts of $name that the kit writes", ({ name }) => {
    const parts = codes(cellsOf(name)[4]);
    expect(parts.length).toBeGreaterThan(0);
    const written = writtenClasses();
    expect(parts.filter((part) => !written.has(part))).toEqual([]);
  });
});
