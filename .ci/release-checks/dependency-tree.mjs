import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/** Folder of `name` as seen from `folder`, or undefined where it is optional and absent. */
function find(name, folder) {
  for (let place = folder; ; place = dirname(place)) {
    const candidate = join(place, "node_modules", name);
    if (existsSync(candidate)) return realpathSync(candidate);
    if (place === dirname(place)) return undefined;
  }
}

/**
 * Everything that comes along when a package is installed, peers left to the product: the
 * manifests of its dependencies, theirs, and so on.
 */
export function installedWith({ folder, manifest }) {
  const found = new Map();
  const visit = (from, { dependencies = {}, optionalDependencies = {} }) => {
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const place = find(name, from);
      if (!place && name in dependencies) throw new Error(`${name} is not installed.`);
      if (!place || found.has(place)) continue;
      const dependency = JSON.parse(readFileSync(join(place, "package.json"), "utf8"));
      found.set(place, dependency);
      visit(place, dependency);
    }
  };
  visit(folder, manifest);
  return [...found].map(([place, dependency]) => ({ place, ...dependency }));
}
