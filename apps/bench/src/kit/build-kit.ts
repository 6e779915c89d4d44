import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../../../packages/react", import.meta.url));

/** Where the kit's own dependencies are found. */
export const kitModules = join(root, "node_modules");

/**
 * Runs `work` with a folder that holds the kit as it would be published, built by its own
 * configuration: what is measured is what people install. The folder is gone afterwards.
 */
export async function withBuiltKit<Value>(work: (dist: string) => Promise<Value>): Promise<Value> {
  const folder = await mkdtemp(join(tmpdir(), "authkit-ui-kit-"));
  const dist = join(folder, "dist");
  try {
    // Says which files have side effects: without it a bundler keeps what nobody uses.
    await copyFile(join(root, "package.json"), join(folder, "package.json"));
    const options = ["--outDir", dist, "--emptyOutDir", "--logLevel", "error"];
    await promisify(execFile)(join(kitModules, ".bin", "vite"), ["build", ...options], {
      cwd: root,
    });
    return await work(dist);
  } finally {
    await rm(folder, { recursive: true });
  }
}
