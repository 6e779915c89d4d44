import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runToEnd } from "./processes.mjs";

const templates = fileURLToPath(new URL(".", import.meta.url));

/**
 * Copies a product's template to `target` and installs it by npm, our packages from their tarballs
 * and everything else from the registry. A peer that does not fit fails the installation.
 */
export async function install(folder, target, packages) {
  cpSync(join(templates, folder), target, { recursive: true });
  const path = join(target, "package.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  for (const [name, version] of Object.entries(manifest.dependencies)) {
    if (version === "packed") manifest.dependencies[name] = `file:${packages[name]}`;
  }
  writeFileSync(path, JSON.stringify(manifest, null, 2));
  await runToEnd("npm", ["install", "--strict-peer-deps", "--prefer-offline", ...quiet], {
    cwd: target,
  });
}

const quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
