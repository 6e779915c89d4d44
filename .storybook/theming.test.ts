import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { components } from "./components.mjs";
import { statesOf } from "./coverage.tsx";
import { basicTokens } from "./docs/tokens.ts";

const root = new URL("../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const page = read("docs/theming.md");

const codes = (text = "") => [...text.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => code ?? []);

/** The cells of each row of the page that begins with that name, without the name. */
const rowsOf = (name: string) =>
  page
    .split("\n")
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .filter(([, first]) => first === name)
    .map(([, , ...cells]) => cells);

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
  it("names every token that the stylesheet reads", () => {
    const sheet = read("packages/react/src/styles/tokens.css");
    const tokens = [...new Set(sheet.match(/(?<=var\(\s*)--ak-[a-z-]+/g))].sort();
    const named = [...page.matchAll(/^\| `(--ak-[a-z-]+)` +\|/gm)].map(([, token]) => token);
    expect([...named].sort()).toEqual(tokens);
    const editable = basicTokens.map(({ name }) => `--ak-${name}`);
    expect(named).toEqual(expect.arrayContaining(editable));
  });

  it.each(components)("has the class and the states of $name", (component) => {
    const [[className, states] = []] = rowsOf(component.name);
    expect(codes(className)).toEqual([component.selector]);
    expect(codes(states)).toEqual([component.attribute, ...statesOf(component)]);
  });

  it.each(components)("names parts of $name that the kit writes", ({ name }) => {
    const [, [classes] = []] = rowsOf(name);
    const parts = codes(classes);
    expect(parts.length).toBeGreaterThan(0);
    const written = writtenClasses();
    expect(parts.filter((part) => !written.has(part))).toEqual([]);
  });
});
