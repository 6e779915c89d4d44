import { fileURLToPath } from "node:url";
import { reachableFrom, readImportGraph } from "./import-graph.mjs";

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
const roomOf = (path) =>
  path.startsWith(kit) ? (/^([^/]+)\//.exec(path.slice(kit.length))?.[1] ?? "") : undefined;
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
    name: "The kit's api/ knows neither React nor another room",
    breaks: (from, to) =>
      roomOf(from) === "api" &&
      (/^react(-dom)?(\/|$)/.test(to) || (to.startsWith("packages/") && roomOf(to) !== "api")),
  },
  {
    name: "The kit's ui/ imports no feature",
    breaks: (from, to) =>
      roomOf(from) === "ui" &&
      ["api", "session", "provider", "connectors", "connections", "connect-button"].includes(
        roomOf(to),
      ),
  },
  {
    name: "The kit's session/ imports no component",
    breaks: (from, to) =>
      roomOf(from) === "session" &&
      ["connectors", "connections", "connect-button"].includes(roomOf(to)) &&
      to.endsWith(".tsx"),
  },
  {
    name: "A view takes data and callbacks and never fetches",
    breaks: (from, to) =>
      isView(from) && (fetches(to) || roomOf(to) === "api" || to === "@tanstack/react-query"),
  },
  {
    name: "Only the kit's session/ imports AuthKit",
    breaks: (from, to) =>
      packageOf(from) !== undefined &&
      /^@(picahq\/authkit|withone\/auth)$/.test(to) &&
      roomOf(from) !== "session",
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
      roomOf(to) === "connect-button" ||
      (["connectors", "connections"].includes(roomOf(to)) && to.endsWith(".tsx")) ||
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
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const broken = findBrokenDirections(process.cwd());
  for (const line of broken) console.error(line);
  console.log(broken.length === 0 ? "Import directions hold." : `${broken.length} broken.`);
  process.exitCode = broken.length === 0 ? 0 : 1;
}
