import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("..", import.meta.url));
const execute = promisify(execFile);

async function pnpm(...args) {
  try {
    const { stdout } = await execute("npx", ["--yes", "pnpm@12", "--recursive", ...args], {
      cwd: root,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    throw new Error(`pnpm ${args.join(" ")} failed:\n${error.stdout}\n${error.stderr}`);
  }
}

/**
 * Builds every package that is published and packs it into `folder`, as a release would: the
 * entries point to what was built, and the versions of the workspace stand in for `workspace:` and
 * `catalog:`. Resolves to the name, version, tarball, size in bytes and files of each.
 */
export async function packPackages(folder) {
  const published = ["--filter", "./packages/*"];
  await pnpm(...published, "build");
  const packed = await pnpm(...published, "pack", "--pack-destination", folder, "--json");
  return JSON.parse(packed).map(({ name, version, filename, size, files }) => ({
    name,
    version,
    tarball: filename,
    size,
    files: files.map(({ path }) => path),
  }));
}
