import { mkdir, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { ConnectStoreError } from "./connect-store.ts";
import { acquireLock } from "./lock-file.ts";

const heldKey = Symbol.for("@authkit-ui/folders@1");
const shared = globalThis as { [heldKey]?: Set<string> | undefined };

/** The folders that this process holds. Global, because Next.js bundles this file once per route. */
shared[heldKey] ??= new Set();
const held = shared[heldKey];

const inUse = (folder: string, path: string, owner: string) =>
  new ConnectStoreError(
    "database_in_use",
    `The embedded database in ${folder} is in use by ${owner}. Two handles on one folder lose ` +
      "rows without a word, so this one was not opened. Stop the other, or use PostgreSQL, which " +
      "serves many. After a crash in another container it is free 30 seconds later: try again " +
      `then. If you are sure that nothing has it open, delete ${path}.`,
  );

/**
 * Locks a folder for this process by a file `<folder>.pid` beside it. The lock of a process that has
 * died is taken over at once. (`proper-lockfile` goes by the file's age alone, so a server that was
 * killed could not restart for ten seconds, and nobody is told who owns the lock.)
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
    if ("owner" in lock) throw inUse(name, path, lock.owner);
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
