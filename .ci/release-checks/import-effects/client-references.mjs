// A module hook: what a React Server Components bundler does with a file that says "use client".
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";

const isClient = (source) => /^(\s|\/\/.*|\/\*[\s\S]*?\*\/)*["']use client["'];/.test(source);

/** In place of such a file: its names, each a reference that nobody may call on the server. */
export async function load(url, context, next) {
  if (!url.startsWith("file:") || !url.endsWith(".js")) return next(url, context);
  const source = readFileSync(fileURLToPath(url), "utf8");
  if (!isClient(source)) return next(url, context);
  const names = parseSync("module.js", source).module.staticExports.flatMap(({ entries }) =>
    entries.map(({ exportName }) => exportName.name),
  );
  const references = names.map(
    (name) => `export const ${name} = () => { throw new Error("${name} is for the client."); };`,
  );
  return { format: "module", shortCircuit: true, source: references.join("\n") };
}
