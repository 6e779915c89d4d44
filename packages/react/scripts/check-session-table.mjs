import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Each row of the table in `src/session/README.md` names a test that exists, or says why not. */
const root = fileURLToPath(new URL("..", import.meta.url));
const rowNames = Array.from({ length: 39 }, (_, index) => `A${index + 1}`);

const sources = ["src", "test"]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((file) =>
      join(root, folder, String(file)),
    ),
  )
  .filter((file) => /\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(file, "utf8"));

/** Titles by row: a test's title, or a case's of a table of tests, starts with its rows. */
const titles = new Map(rowNames.map((row) => [row, new Set()]));
for (const source of sources) {
  for (const [, rows = "", title = ""] of source.matchAll(
    /["'`]((?:A\d+, )*A\d+): ([^"`\n]+)["'`]/g,
  )) {
    for (const row of rows.split(", ")) titles.get(row)?.add(title);
  }
}

const table = readFileSync(join(root, "src/session/README.md"), "utf8");
const shownBy = new Map(
  [...table.matchAll(/^\| (A\d+) *\|.*\| (.+?) *\|$/gm)].map(([, row, shown]) => [row, shown]),
);

const broken = rowNames.flatMap((row) => {
  const shown = shownBy.get(row);
  if (shown === undefined) return [`${row} is missing from the table.`];
  if (shown.startsWith("documented: ")) return [];
  const title = shown.replace(/^“(.*)”$/, "$1");
  if (titles.get(row)?.has(title)) return [];
  const known = [...(titles.get(row) ?? [])].map((one) => `“${one}”`).join(", ");
  return [`${row}: no test is named ${shown}. There is ${known || "none"}.`];
});

for (const sentence of broken) console.error(sentence);
console.log(`${shownBy.size} rows, ${rowNames.length - broken.length} in order.`);
process.exitCode = broken.length === 0 ? 0 : 1;
