// Writes the API reference from the TSDoc of every package, one page for each entry, into docs/api or
// into the folder that is given. Fails for an exported name without a sentence.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Application, ReflectionKind, TSConfigReader } from "typedoc";
import { load as markdown } from "typedoc-plugin-markdown";

const root = fileURLToPath(new URL("../../", import.meta.url));
const out = resolve(process.argv[2] ?? join(root, "docs/api"));

/**
 * The pages to write. The page of `react` also holds what `react/headless`, `react/one` and
 * `react/one/headless` export.
 */
const entries = {
  react: "packages/react/src/index.ts",
  "react/ai-sdk": "packages/react/src/ai-sdk.ts",
  "react/test-setup": "packages/react/src/test-setup/index.ts",
  server: "packages/server/src/index.ts",
  "server/ai-sdk": "packages/server/src/ai-sdk.ts",
  "server/mcp": "packages/server/src/mcp.ts",
  "server/next": "packages/server/src/next.ts",
  "server/node": "packages/server/src/node.ts",
  "server/pglite": "packages/server/src/pglite.ts",
  "server/postgres": "packages/server/src/postgres.ts",
  emulator: "packages/emulator/src/index.ts",
  "emulator/node": "packages/emulator/src/node.ts",
  contract: "packages/contract/src/index.ts",
};

const app = await Application.bootstrapWithPlugins(
  {
    plugin: [markdown],
    entryPoints: Object.values(entries).map((file) => join(root, file)),
    tsconfig: join(root, ".ci/api-reference/tsconfig.json"),
    // The project's own compiler checks the types.
    skipErrorChecking: true,
    basePath: root,
    out,
    logLevel: "Warn",
    readme: "none",
    router: "module",
    sort: ["alphabetical"],
    groupOrder: ["Functions", "Variables", "Interfaces", "Type Aliases", "Classes"],
    disableSources: true,
    excludeExternals: true,
    excludeInternal: true,
    excludePrivate: true,
    hidePageHeader: true,
    hideBreadcrumbs: true,
    useCodeBlocks: true,
    expandObjects: true,
    pageTitleTemplates: { module: ({ name }) => `\`@authkit-ui/${name}\`` },
    parametersFormat: "table",
    interfacePropertiesFormat: "table",
    typeAliasPropertiesFormat: "table",
    typeDeclarationFormat: "table",
    propertyMembersFormat: "table",
  },
  [new TSConfigReader()],
);

/** TypeDoc names a module after its file. */
function nameOfEntry(module) {
  const files = [`${module}.ts`, `${module}/index.ts`];
  return Object.keys(entries).find((entry) => files.includes(entries[entry]));
}

/** A parameter that is taken apart in its place has no name: `Pick<Connection, "name">` is `connection`. */
function nameOfParameter({ type }) {
  const name = type?.typeArguments?.[0]?.name ?? type?.name ?? "options";
  return /Options$/.test(name) ? "options" : name.charAt(0).toLowerCase() + name.slice(1);
}

const isDescribed = (reflection) =>
  reflection.hasComment() ||
  [...(reflection.signatures ?? []), ...(reflection.type?.declaration?.signatures ?? [])].some(
    (signature) => signature.hasComment(),
  );

const project = await app.convert();
if (!project) throw new Error("TypeDoc could not read the packages.");
for (const entry of project.children) entry.name = nameOfEntry(entry.name);
for (const parameter of project.getReflectionsByKind(ReflectionKind.Parameter)) {
  if (parameter.name === "__namedParameters") parameter.name = nameOfParameter(parameter);
}

const silent = project.children.flatMap(({ name, children }) =>
  children
    .filter((exported) => !exported.isReference() && !isDescribed(exported))
    .map((exported) => `${exported.name} of @authkit-ui/${name}`),
);
if (silent.length > 0) {
  console.error(`Describe these exported names in a TSDoc comment:\n  ${silent.join("\n  ")}`);
  process.exitCode = 1;
}

await app.generateOutputs(project);
// docs/README.md is the index.
rmSync(join(out, "README.md"));
const files = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".md"),
);
const pages = new Map(files.map((file) => [file, readFileSync(join(out, file), "utf8")]));

/** The anchor of each exported name of a page, as GitHub makes it. */
function anchorsOf(page) {
  const seen = new Map();
  return new Map(
    [...page.matchAll(/^(#+) (.+)$/gm)].flatMap(([, level, heading]) => {
      const slug = heading
        .toLowerCase()
        .replace(/[^\w -]/g, "")
        .replaceAll(" ", "-");
      const count = seen.get(slug) ?? 0;
      seen.set(slug, count + 1);
      const anchor = count === 0 ? slug : `${slug}-${count}`;
      return level === "###" ? [[heading.replace("()", ""), anchor]] : [];
    }),
  );
}
const anchors = new Map([...pages].map(([file, page]) => [file, anchorsOf(page)]));

for (const [file, page] of pages) {
  const text = page
    // Rows of tables are no headings: what links to one becomes its text.
    .replaceAll(/<a id="[^"]*"><\/a> /g, "")
    .replaceAll(/\[(`?)([\w.]+)\1\]\(([^)#\s]*)#[\w-]+\)/g, (_, quote, name, path) => {
      const target = path === "" ? file : join(dirname(file), path);
      const anchor = anchors.get(target)?.get(name);
      const shown = `${quote}${name}${quote}`;
      return anchor === undefined ? shown : `[${shown}](${path}#${anchor})`;
    })
    // A union begins with its first member.
    .replaceAll(/^(\|.*)\| \\\| /gm, "$1| ")
    .replaceAll(/(#+ Example\n\n```)ts\n/g, "$1tsx\n");
  writeFileSync(join(out, file), text);
}
