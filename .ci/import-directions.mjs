import { fileURLToPath } from "node:url";
import { findCycles, reachableFrom, readImportGraph } from "./import-graph.mjs";

/** Which of our packages each package may import; apps may import any package, nobody an app. */
const packageDirections = {
  contract: [],
  emulator: [],
  server: ["contract"],
  react: ["contract"],
};

const packageOf = (path) => /^packages\/([^/]+)\//.exec(path)?.[1];
const appOf = (path) => /^apps\/([^/]+)\//.exec(path)?.[1];
const ourPackage = (specifier) => /^@authkit-ui\/([^/]+)/.exec(specifier)?.[1];
const kit = "packages/react/src/";
const server = "packages/server/src/";
/** The folder below `root` that a path is in; an empty text for the files beside the folders. */
const folderBelow = (root, path) =>
  path.startsWith(root) ? (/^([^/]+)\//.exec(path.slice(root.length))?.[1] ?? "") : undefined;
const folderOf = (path) => folderBelow(kit, path);

/** Each folder of the kit imports only from folders before it; the entries come last. */
const kitFolders = [
  "test-setup",
  "api",
  "messages",
  "ui",
  "session",
  "data",
  "provider",
  "hooks",
  "parts",
  "account-actions",
  "attention-banner",
  "require-connection",
  "connect-checklist",
  "connect-request",
  "connect-button",
  "connector-gallery",
  "connections-list",
  "",
];
const components = new Set([
  "attention-banner",
  "require-connection",
  "connect-checklist",
  "connect-request",
  "connect-button",
  "connector-gallery",
  "connections-list",
]);

/** Each folder of the server imports only from folders before it; the entries come last. */
const serverFolders = [
  "async",
  "text",
  "errors",
  "log",
  "identity",
  "store",
  "pica",
  "connections",
  "connectors",
  "sessions",
  "actions",
  "agent",
  "http",
  "doctor",
  "",
];

/** Whether an import leads to a folder after the importing one, or leaves a folder not listed. */
function breaksOrder(folders, source, target) {
  if (source === undefined || target === undefined || source === target) return false;
  return !folders.includes(source) || folders.indexOf(target) > folders.indexOf(source);
}
const isView = (path) => /-view\.tsx$/.test(path);
const fetches = (path) => /\/(use-(connect|connectors|connections)|queries)\.tsx?$/.test(path);

/** Every rule: what it forbids, in words, and when an import breaks it. */
const rules = [
  {
    name: "A package imports only the packages below it",
    breaks: (from, to) => {
      const owner = packageOf(from);
      const target = ourPackage(to) ?? (packageOf(to) !== owner ? packageOf(to) : undefined);
      if (!owner) return false;
      if (appOf(to)) return true;
      if (!target || target === owner) return false;
      return !packageDirections[owner]?.includes(target);
    },
  },
  {
    name: "The kit's folders import in one direction",
    breaks: (from, to) => {
      const [source, target] = [folderOf(from), folderOf(to)];
      const areComponents = components.has(source) && components.has(target);
      return breaksOrder(kitFolders, source, target) || (areComponents && source !== target);
    },
  },
  {
    name: "The server's folders import in one direction",
    breaks: (from, to) =>
      breaksOrder(serverFolders, folderBelow(server, from), folderBelow(server, to)),
  },
  {
    name: "The kit's api/ does not know React",
    breaks: (from, to) => folderOf(from) === "api" && /^react(-dom)?(\/|$)/.test(to),
  },
  {
    name: "A view takes data and callbacks and never fetches",
    breaks: (from, to) =>
      isView(from) && (fetches(to) || folderOf(to) === "api" || to === "@tanstack/react-query"),
  },
  {
    name: "Only the kit's session/adapters/ imports AuthKit",
    breaks: (from, to) =>
      packageOf(from) !== undefined &&
      /^@(picahq\/authkit|withone\/auth)$/.test(to) &&
      !from.startsWith(`${kit}session/adapters/`),
  },
];

/** Rules about everything that one entry reaches. */
const entryRules = [
  {
    name: "The server's root entry imports nothing of Node and no database driver",
    entry: "packages/server/src/index.ts",
    breaks: (_from, to) => /^(node:|pg$|@electric-sql\/)/.test(to),
  },
  {
    name: "The contract is the only package of ours that the headless entry needs; no styled component",
    entry: `${kit}headless.ts`,
    breaks: (_from, to) =>
      components.has(folderOf(to)) ||
      (folderOf(to) === "parts" && to.endsWith(".tsx")) ||
      to.endsWith(".css"),
  },
];

/** Broken directions below `root`, one sentence each; empty when all hold. */
export function findBrokenDirections(root) {
  const graph = readImportGraph(root);
  const edges = (from) => (graph.get(from) ?? []).map((to) => [from, to]);
  const sentence =
    (rule) =>
    ([from, to]) =>
      `${rule.name}: ${from} imports ${to}`;
  return [
    ...rules.flatMap((rule) =>
      [...graph.keys()]
        .flatMap(edges)
        .filter(([from, to]) => rule.breaks(from, to))
        .map(sentence(rule)),
    ),
    ...entryRules.flatMap((rule) =>
      (graph.has(rule.entry) ? reachableFrom(graph, rule.entry) : [])
        .flatMap(edges)
        .filter(([from, to]) => rule.breaks(from, to))
        .map(sentence(rule)),
    ),
    ...findCycles(graph).map((files) => `These files import each other: ${files.join(", ")}`),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const broken = findBrokenDirections(process.cwd());
  for (const line of broken) console.error(line);
  console.log(broken.length === 0 ? "Import directions hold." : `${broken.length} broken.`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}
