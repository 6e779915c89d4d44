import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * Bundles the hosted page's script into a module that exports it as a string. tsx, Vite and any
 * product's bundler load such a module, so the emulator serves its page in every runtime. The module
 * is committed: a checkout runs without a build, whatever the package manager skips.
 */
const source = new URL("../src/hosted/client/main.ts", import.meta.url);
const target = new URL("../src/hosted/client-script.generated.ts", import.meta.url);

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(source)],
  bundle: true,
  format: "iife",
  minify: true,
  target: "es2023",
  write: false,
});
const [script] = outputFiles;
const module = `/** Written by \`scripts/bundle-page.ts\`; run \`generate\` after a change in \`client/\`. */
export const clientScript: string =
  ${JSON.stringify(script?.text)};
`;

// Left alone when it is up to date: another process may be reading it.
const current = await readFile(target, "utf8").catch(() => undefined);
if (current !== module) await writeFile(target, module);
