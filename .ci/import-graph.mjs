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

/**
 * The groups of files that import each other in a circle, lazy and type imports included: Tarjan's
 * strongly connected components of more than one file.
 */
export function findCycles(graph) {
  const cycles = [];
  const order = new Map();
  const lowest = new Map();
  const stack = [];
  const onStack = new Set();
  function visit(file) {
    order.set(file, order.size);
    lowest.set(file, order.get(file));
    stack.push(file);
    onStack.add(file);
    for (const target of graph.get(file).filter((path) => graph.has(path))) {
      if (!order.has(target)) {
        visit(target);
        lowest.set(file, Math.min(lowest.get(file), lowest.get(target)));
      } else if (onStack.has(target)) {
        lowest.set(file, Math.min(lowest.get(file), order.get(target)));
      }
    }
    if (lowest.get(file) !== order.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    for (const member of group) onStack.delete(member);
    if (group.length > 1) cycles.push(group.sort());
  }
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return cycles;
}
