import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A folder for the databases of a run, deleted at its end. Vitest ends its workers by a signal, so
 * they cannot do it themselves.
 */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "authkit-ui-databases-"));
  process.env.TEST_DATABASE_FOLDERS = folder;
  return () => rm(folder, { recursive: true, force: true });
}
