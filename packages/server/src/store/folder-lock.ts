import { mkdir, open, readFile, realpath, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { ConnectStoreError } from "./connect-store.ts";

const heldKey = Symbol.for("@authkit-ui/folders@1");
const everywhere = globalThis as { [heldKey]?: Set<string> };

/**
 * Folders that this process holds: its own pid in a lock file proves nothing (a container's is 1).
 * Kept where every copy of this file finds it: Next.js bundles each route apart.
 */
everywhere[heldKey] ??= new Set();
const held = everywhere[heldKey];

const inUse = (folder: string, holder: string) =>
  new ConnectStoreError(
    "database_in_use",
    `The embedded database in ${folder} is in use by ${holder}. Two handles on one folder lose ` +
      "rows without a word, so this one was not opened. Stop the other, or use PostgreSQL, which " +
      "serves many.",
  );

/** The pid of a living process that wrote the lock, or null when the lock is stale. */
async function livingHolder(path: string): Promise<number | null> {
  const pid = Number(await readFile(path, "utf8").catch(() => ""));
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return null;
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM" ? pid : null;
  }
}

/**
 * Holds a folder for this process by a file `<folder>.pid` beside it. A lock whose process has
 * died (it was killed, or the machine lost power) is taken over.
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  const absolute = resolve(folder);
  await mkdir(dirname(absolute), { recursive: true });
  const name = join(await realpath(dirname(absolute)), basename(absolute));
  const path = `${name}.pid`;
  if (held.has(name)) throw inUse(name, "this very process");
  held.add(name);
  try {
    for (let attempt = 0; ; attempt++) {
      try {
        const file = await open(path, "wx");
        await file.writeFile(String(process.pid));
        await file.close();
        break;
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
        const holder = await livingHolder(path);
        if (holder !== null || attempt > 2) {
          throw inUse(name, holder === null ? "another process" : `process ${holder}`);
        }
        await rm(path, { force: true });
        // Two processes may both have found the same stale lock and one removed the other's new
        // one: whoever's pid is still there a moment later has won.
        const again = await open(path, "wx").catch(() => null);
        if (again === null) continue;
        await again.writeFile(String(process.pid));
        await again.close();
        await delay(100);
        const winner = await readFile(path, "utf8").catch(() => "");
        if (winner !== String(process.pid)) throw inUse(name, `process ${winner}`);
        break;
      }
    }
  } catch (error) {
    held.delete(name);
    throw error;
  }
  return {
    release: async () => {
      await rm(path, { force: true });
      held.delete(name);
    },
  };
}
