import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Each row of the table in `src/session/README.md` names a test that exists, or says why not, and says
 * how it holds for One.
 */
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
const rows = new Map(
  [...table.matchAll(/^\| (A\d+) *\|.*\| (.+?) *\| (.+?) *\|$/gm)].map(([, row, ...cells]) => [
    row,
    cells,
  ]),
);
const isTest = (cell) => texts.has(cell.replace(/^“(.*)”$/, "$1"));

const broken = rowNames.flatMap((row) => {
  const [shown, onOne] = rows.get(row) ?? [];
  if (shown === undefined) return [`${row} is missing from the table.`];
  const tests = [
    ...(shown.startsWith("documented: ") ? [] : [shown]),
    ...(["same code", "no package"].includes(onOne) ? [] : [onOne]),
  ];
  return tests.filter((cell) => !isTest(cell)).map((cell) => `${row}: no test is named ${cell}.`);
});

for (const sentence of broken) console.error(sentence);
console.log(`${rows.size} rows, ${broken.length} faults.`);
process.exitCode = broken.length === 0 ? 0 : 1;
