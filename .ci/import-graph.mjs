import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { parseSync } from "oxc-parser";

const sourceFile = /\.(ts|tsx|mts|mjs)$/;
const notShipped = /\.(test|stories)\.|(^|\/)(test|e2e|screenshots)\/|\.config\.|\.d\.ts$/;

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === "node_modules" || entry.name === "dist") return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
}

/** Specifiers that a source imports or re-exports; type-only ones count as well. */
function specifiersOf(path) {
  const { module, errors } = parseSync(path, readFileSync(path, "utf8"));
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0].message}`);
  const source = readFileSync(path, "utf8");
  return [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap((entry) =>
      entry.entries.map((item) => item.moduleRequest?.value).filter(Boolean),
    ),
    ...module.dynamicImports.map((entry) =>
      source
        .slice(entry.moduleRequest.start, entry.moduleRequest.end)
        .replace(/^["'`]|["'`]$/g, ""),
    ),
  ];
}

/**
 * The shipped sources below `root` and what each imports: paths relative to `root`, with `/`.
 * A relative specifier becomes the path that it points to; others stay as written.
 */
export function readImportGraph(root) {
  const folders = ["packages", "apps"]
    .map((name) => join(root, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  const toPath = (path) => relative(root, path).split(sep).join("/");
  const graph = new Map();
  for (const path of folders.flatMap(filesBelow)) {
    const name = toPath(path);
    if (!sourceFile.test(name) || notShipped.test(name)) continue;
    graph.set(
      name,
      specifiersOf(path).map((specifier) =>
        specifier.startsWith(".") ? toPath(resolve(dirname(path), specifier)) : specifier,
      ),
    );
  }
  return graph;
}

/** Everything that `entry` reaches through relative imports, itself included. */
export function reachableFrom(graph, entry) {
  const seen = new Set();
  const queue = [entry];
  for (const path of queue) {
    if (seen.has(path)) continue;
    seen.add(path);
    queue.push(...(graph.get(path) ?? []).filter((target) => graph.has(target)));
  }
  return [...seen];
}
