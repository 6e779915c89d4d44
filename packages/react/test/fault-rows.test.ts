// @vitest-environment node
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import rows from "./fault-rows.json" with { type: "json" };

const root = join(import.meta.dirname, "..");
const tests = ["src", "test"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((file) =>
      join(root, folder, String(file)),
    ),
  )
  .filter((file) => /\.test\.tsx?$/.test(file) && !file.endsWith("fault-rows.test.ts"))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");

/** The table of FAULTS.md: by row, the titles of the tests that show it. */
const shownBy = new Map(
  [
    ...readFileSync(join(root, "FAULTS.md"), "utf8").matchAll(/^\| ([\w-]+) .*\| “(.+)” *\|$/gm),
  ].map(([, row = "", title = ""]) => [row, title.split("”, “")]),
);

test("FAULTS.md has every row of the list, and no other", () => {
  expect([...shownBy.keys()]).toEqual(rows.kit);
});

test.for(rows.kit)("%s is shown by tests that run", (row) => {
  for (const title of shownBy.get(row) ?? [row]) {
    const at = tests.indexOf(JSON.stringify(title));
    expect(at, `There is no test “${title}”.`).toBeGreaterThan(-1);
    expect(tests.slice(tests.lastIndexOf("\n", at - 60), at)).not.toMatch(/\.(skip|todo|fails)\b/);
  }
});
