import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../../../../packages/react", import.meta.url));

/** Where the kit's own dependencies are found. */
export const kitModules = join(root, "node_modules");

/**
 * Runs `work` with a folder that holds the kit as it would be published, built by its own
 * configuration: what is measured is what people install. The folder is gone afterwards.
 */
export async function withBuiltKit<Value>(work: (dist: string) => Promise<Value>): Promise<Value> {
  const dist = await mkdtemp(join(tmpdir(), "authkit-ui-kit-"));
  try {
    await build({
      root,
      configFile: join(root, "vite.config.ts"),
      logLevel: "error",
      build: { outDir: dist, emptyOutDir: true },
    });
    return await work(dist);
  } finally {
    await rm(dist, { recursive: true });
  }
}
