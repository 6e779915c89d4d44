import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packPackages } from "../pack-packages.mjs";

const workspace = fileURLToPath(new URL("../../packages/", import.meta.url));

/** Links what an installer would have put beside the package: its dependencies and peers. */
function linkDependencies({ dependencies, peerDependencies }, source, modules) {
  for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
    if (name.startsWith("@authkit-ui/")) continue;
    const link = join(modules, name);
    mkdirSync(dirname(link), { recursive: true });
    rmSync(link, { force: true });
    symlinkSync(realpathSync(join(source, "node_modules", name)), link, "junction");
  }
}

/**
 * Packs the packages and unpacks them into a `node_modules` folder outside the workspace, where
 * nothing reaches a source file.
 */
export async function setup(project) {
  const product = mkdtempSync(join(tmpdir(), "authkit-ui-product-"));
  const modules = join(product, "node_modules");
  const remove = () => rmSync(product, { recursive: true });
  try {
    const packages = (await packPackages(product)).map((packed) => {
      const folder = join(modules, packed.name);
      mkdirSync(folder, { recursive: true });
      execFileSync("tar", ["-xzf", packed.tarball, "-C", folder, "--strip-components", "1"]);
      const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const source = join(workspace, packed.name.replace("@authkit-ui/", ""));
      linkDependencies(manifest, source, modules);
      return { ...packed, folder, manifest };
    });
    project.provide("product", product);
    project.provide("packages", packages);
  } catch (error) {
    remove();
    throw error;
  }
  return remove;
}
