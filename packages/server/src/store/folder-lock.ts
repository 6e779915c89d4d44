import { mkdir, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { ConnectStoreError } from "./connect-store.ts";
import { acquireLock } from "./lock-file.ts";

const heldKey = Symbol.for("@authkit-ui/folders@1");
const everywhere = globalThis as { [heldKey]?: Set<string> | undefined };

/**
 * Folders that this process holds, kept where every copy of this file finds it: Next.js bundles
 * each route apart.
 */
everywhere[heldKey] ??= new Set();
const held = everywhere[heldKey];

const inUse = (folder: string, path: string, holder: string) =>
  new ConnectStoreError(
    "database_in_use",
    `The embedded database in ${folder} is in use by ${holder}. Two handles on one folder lose ` +
      "rows without a word, so this one was not opened. Stop the other, or use PostgreSQL, which " +
      "serves many. After a crash in another container it is free 30 seconds later: try again " +
      `then. If you are sure that nothing has it open, delete ${path}.`,
  );

/**
 * Holds a folder for this process by a file `<folder>.pid` beside it. A lock whose process has
 * died (it was killed, or the machine lost power) is taken over.
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  const absolute = resolve(folder);
  await mkdir(dirname(absolute), { recursive: true });
  const name = join(await realpath(dirname(absolute)), basename(absolute));
  const path = `${name}.pid`;
  if (held.has(name)) throw inUse(name, path, "this very process");
  held.add(name);
  try {
    const lock = await acquireLock(path);
    if ("heldBy" in lock) throw inUse(name, path, lock.heldBy);
    return {
      release: async () => {
        await lock.release();
        held.delete(name);
      },
    };
  } catch (error) {
    held.delete(name);
    throw error;
  }
}
