import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Packages that bring files beside their code, or that look for them at run time. */
const external = ["@electric-sql/pglite", "pg"];

const folder = fileURLToPath(new URL("../../node_modules/.bench/", import.meta.url));
const builds = new Map<string, Promise<string>>();

async function buildProcess(script: string): Promise<string> {
  const outfile = `${folder}${basename(script, ".ts")}.mjs`;
  await build({
    entryPoints: [fileURLToPath(new URL(script, import.meta.url))],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    external,
    logLevel: "error",
    // Packages in CommonJS ask for Node's own modules by it.
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
  });
  return outfile;
}

/**
 * A server's process as a product runs it, built: `tsx`, which runs the sources, names every
 * function that is made, also those that a request makes, which takes 7 µs of each.
 *
 * @returns The path of the script; the folder has its packages within reach.
 */
export function builtProcess(script: string): Promise<string> {
  const known = builds.get(script) ?? buildProcess(script);
  builds.set(script, known);
  return known;
}
