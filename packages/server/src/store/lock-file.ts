import { type FileHandle, open, readFile, readlink, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { z } from "zod";

/** Milliseconds after which a holder writes its lock again, to show that it lives. */
const heartbeatMs = 5_000;
/**
 * Milliseconds without a heartbeatMs after which a holder whose pid says nothing here counts as dead. Long,
 * for a busy holder writes late, and one that was only frozen would wake to a database of two.
 */
const staleAfterMs = 30_000;

/** What a lock file says of the process that wrote it. */
const holderShape = z.object({
  pid: z.number(),
  host: z.string(),
  /** Where the pid names the same process: two containers may each have a process 1. */
  place: z.string(),
  /** No two locks share it. */
  token: z.string(),
});
type Holder = z.infer<typeof holderShape>;

const noEntry = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

/** One boot of one machine, one container of it; where Linux's files are missing, one host. */
async function readHostId(): Promise<string> {
  const [boot, pids] = await Promise.all([
    readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => ""),
    readlink("/proc/self/ns/pid").catch(() => ""),
  ]);
  return [hostname(), boot.trim(), pids].join(" ");
}

/** Null when there is no lock; its holder is null while it is still being written, or is damaged. */
async function readLock(
  path: string,
): Promise<{ holder: Holder | null; writtenAt: number } | null> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, "utf8"), stat(path)]);
    return { holder: parseHolder(text), writtenAt: mtimeMs };
  } catch (error) {
    if (noEntry(error)) return null;
    throw error;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return holderShape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function isDead(holder: Holder | null, writtenAt: number, place: string): boolean {
  if (holder?.place !== place) return Date.now() - writtenAt > staleAfterMs;
  // Written before this process began, by an earlier one of the same pid; else by one of its threads.
  if (holder.pid === process.pid) return writtenAt < Date.now() - process.uptime() * 1000;
  return !isAlive(holder.pid);
}

/** A lock that is held, or who holds it instead. */
export type LockAttempt = { release(): Promise<void> } | { heldBy: string };

/**
 * Makes a file that only one process can make, and takes it over from a process that has died.
 * A process of this place is looked up by its pid. Another container's cannot be: its lock is written
 * every 5 seconds, and is dead once it has not been for 30.
 */
export async function acquireLock(path: string): Promise<LockAttempt> {
  const holder: Holder = {
    pid: process.pid,
    host: hostname(),
    place: await readHostId(),
    token: crypto.randomUUID(),
  };
  for (;;) {
    const file = await open(path, "wx").catch((error: Error & { code?: string | undefined }) => {
      if (error.code === "EEXIST") return null;
      throw error;
    });
    if (file) return hold(path, file, holder);
    const heldBy = await clearDeadLock(path, holder.place);
    if (heldBy !== null) return { heldBy };
  }
}

/**
 * Removes a dead lock, or tells who holds it. Between the look at a lock and its removal another
 * process may have put its own there, so both happen under a lock of their own.
 */
async function clearDeadLock(path: string, place: string): Promise<string | null> {
  const found = await readLock(path);
  if (!found) return null;
  if (!isDead(found.holder, found.writtenAt, place)) return nameOf(found.holder);
  const takeover = await acquireLock(`${path}.takeover`);
  if ("heldBy" in takeover) return takeover.heldBy;
  try {
    const again = await readLock(path);
    if (again && isDead(again.holder, again.writtenAt, place)) await rm(path, { force: true });
    return null;
  } finally {
    await takeover.release();
  }
}

const nameOf = (holder: Holder | null) =>
  holder ? `process ${holder.pid} of host ${holder.host}` : "another process";

async function hold(path: string, file: FileHandle, holder: Holder): Promise<LockAttempt> {
  const text = JSON.stringify(holder);
  // Through the open file: should the path ever name another's lock, that one is not kept alive.
  const write = async () => {
    await file.write(text, 0);
  };
  try {
    await write();
  } catch (error) {
    await file.close();
    await rm(path, { force: true });
    throw error;
  }
  const timer = setInterval(() => write().catch(() => {}), heartbeatMs);
  timer.unref();
  return {
    release: async () => {
      clearInterval(timer);
      await file.close();
      const found = await readLock(path);
      if (found?.holder?.token === holder.token) await rm(path, { force: true });
    },
  };
}
