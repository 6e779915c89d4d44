import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Each row of the table in `src/session/README.md` names a test that exists, or says why not. */
const root = fileURLToPath(new URL("..", import.meta.url));
const rowNames = Array.from({ length: 39 }, (_, index) => `A${index + 1}`);

/** Every text in quotes of a test file: titles are among them. */
const texts = new Set(
  ["src", "test"]
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((file) =>
        join(root, folder, String(file)),
      ),
    )
    .filter((file) => /\.test\.tsx?$/.test(file))
    .flatMap((file) => [...readFileSync(file, "utf8").matchAll(/(["'`])((?:(?!\1).)+)\1/g)])
    .map(([, , text]) => text),
);

const table = readFileSync(join(root, "src/session/README.md"), "utf8");
const shownBy = new Map(
  [...table.matchAll(/^\| (A\d+) *\|.*\| (.+?) *\|$/gm)].map(([, row, shown]) => [row, shown]),
);

const broken = rowNames.flatMap((row) => {
  const shown = shownBy.get(row);
  if (shown === undefined) return [`${row} is missing from the table.`];
  if (shown.startsWith("documented: ")) return [];
  const title = shown.replace(/^“(.*)”$/, "$1");
  return texts.has(title) ? [] : [`${row}: no test is named ${shown}.`];
});

for (const sentence of broken) console.error(sentence);
console.log(`${shownBy.size} rows, ${rowNames.length - broken.length} in order.`);
process.exitCode = broken.length === 0 ? 0 : 1;
