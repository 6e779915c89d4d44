import { readdir, readFile } from "node:fs/promises";
import { expect, it } from "vitest";

const folder = new URL("..", import.meta.url);
const page = await readFile(new URL("THREATS.md", folder), "utf8");

/** The text of every test file, so that titles can be looked up in it. */
async function readTests(): Promise<string> {
  const texts: string[] = [];
  for (const name of ["src", "test"]) {
    const root = new URL(`${name}/`, folder);
    for (const path of await readdir(root, { recursive: true })) {
      if (!/(\.test|bad-input-\w+|\w+-conformance)\.ts$/.test(path)) continue;
      if (path.endsWith("threats.test.ts")) continue;
      texts.push(await readFile(new URL(path, root), "utf8"));
    }
  }
  return texts.join("\n");
}

const rowsOf = (pattern: RegExp) =>
  page
    .split("\n")
    .map((line) => line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "").trim()))
    .filter(([first]) => first !== undefined && pattern.test(first));

const threats = rowsOf(/^\d+$/);
const defects = rowsOf(/^T\d+$/);

it("has a line for every threat and every defect, in order", () => {
  expect(threats.map(([id]) => id)).toEqual(Array.from({ length: 27 }, (_, i) => `${i + 1}`));
  expect(defects.map(([id]) => id)).toEqual(Array.from({ length: 17 }, (_, i) => `T${i + 1}`));
});

it("names on each line a control, and tests that exist by that title", async () => {
  const tests = await readTests();
  for (const [id, , control, shown] of [...threats, ...defects]) {
    expect(control, `the control of ${id}`).toBeTruthy();
    const titles = [...(shown ?? "").matchAll(/`((?:[^`$]|\$\{[^}]*\}|\$)+)`/g)].map(
      ([, title]) => title,
    );
    expect(titles.length, `the tests of ${id}`).toBeGreaterThan(0);
    for (const title of titles) {
      const isThere = ['"', "'", "`"].some((quote) => tests.includes(`${quote}${title}${quote}`));
      expect(isThere, `${id} names a test "${title}", which does not exist`).toBe(true);
    }
  }
});
