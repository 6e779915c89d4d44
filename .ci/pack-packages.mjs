import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Packs every package that is published into `folder`, as a release does: `prepack` builds it, the
 * entries point to what was built, and the workspace's versions replace `workspace:` and `catalog:`.
 * Resolves to the name, version, tarball, size in bytes and files of each.
 */
export async function packPackages(folder) {
  const args = ["pnpm@12", "--recursive", "--filter", "./packages/*", "pack", "--json"];
  try {
    const { stdout } = await promisify(execFile)(
      "npx",
      ["--yes", ...args, "--pack-destination", folder],
      { cwd: root, maxBuffer: 64 * 1024 * 1024 },
    );
    // The builds print before the list.
    const packed = JSON.parse(stdout.slice(stdout.search(/^\[$/m)));
    return packed.map(({ name, version, filename, size, files }) => ({
      name,
      version,
      tarball: filename,
      size,
      files: files.map(({ path }) => path),
    }));
  } catch (error) {
    throw new Error(`${args.join(" ")} failed:\n${error.stdout}\n${error.stderr ?? error}`);
  }
}
