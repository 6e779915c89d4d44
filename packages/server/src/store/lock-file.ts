import { type FileHandle, open, readFile, readlink, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { z } from "zod";

/** How often an owner writes its lock again, to show that it is alive. */
const heartbeatMs = 5_000;
/**
 * After this time without a heartbeat a lock of another container is stale. Long, because a busy owner
 * writes late, and one that was only frozen would wake up beside a second owner.
 */
const staleAfterMs = 30_000;

/** What a lock file says of the process that wrote it. */
const ownerSchema = z.object({
  pid: z.number(),
  host: z.string(),
  /** Within it a pid names one process: two containers may each have a process 1. */
  hostId: z.string(),
  /** Unique for each lock. */
  token: z.string(),
});
type Owner = z.infer<typeof ownerSchema>;

const noEntry = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

/** Identifies one boot of one container; only the host where Linux's files are missing. */
async function readHostId(): Promise<string> {
  const [boot, pids] = await Promise.all([
    readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => ""),
    readlink("/proc/self/ns/pid").catch(() => ""),
  ]);
  return [hostname(), boot.trim(), pids].join(" ");
}

/** Null when there is no lock; its owner is null while it is still being written, or damaged. */
async function readLock(path: string): Promise<{ owner: Owner | null; writtenAt: number } | null> {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(path, "utf8"), stat(path)]);
    return { owner: parseOwner(text), writtenAt: mtimeMs };
  } catch (error) {
    if (noEntry(error)) return null;
    throw error;
  }
}

function parseOwner(text: string): Owner | null {
  try {
    return ownerSchema.parse(JSON.parse(text));
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

function isStale(owner: Owner | null, writtenAt: number, hostId: string): boolean {
  if (owner?.hostId !== hostId) return Date.now() - writtenAt > staleAfterMs;
  // The same pid: written by an earlier process, or by another thread of this one.
  if (owner.pid === process.pid) return writtenAt < Date.now() - process.uptime() * 1000;
  return !isAlive(owner.pid);
}

/** The lock, or who owns it instead. */
export type LockAttempt = { release(): Promise<void> } | { owner: string };

/**
 * Creates a file that only one process can create, or takes it over from a process that has died.
 * A process on this host is looked up by its pid. One of another container cannot be, so its lock is
 * stale once it has not been written for 30 seconds; its owner writes it every 5.
 */
export async function acquireLock(path: string): Promise<LockAttempt> {
  const owner: Owner = {
    pid: process.pid,
    host: hostname(),
    hostId: await readHostId(),
    token: crypto.randomUUID(),
  };
  for (;;) {
    const file = await open(path, "wx").catch((error: Error & { code?: string | undefined }) => {
      if (error.code === "EEXIST") return null;
      throw error;
    });
    if (file) return hold(path, file, owner);
    const other = await removeStaleLock(path, owner.hostId);
    if (other !== null) return { owner: other };
  }
}

/**
 * Removes a stale lock, or tells who owns it. Another process could replace a lock between its check
 * and its removal, so both happen under a second lock.
 */
async function removeStaleLock(path: string, hostId: string): Promise<string | null> {
  const found = await readLock(path);
  if (!found) return null;
  if (!isStale(found.owner, found.writtenAt, hostId)) return describeOwner(found.owner);
  const takeover = await acquireLock(`${path}.takeover`);
  if ("owner" in takeover) return takeover.owner;
  try {
    const again = await readLock(path);
    if (again && isStale(again.owner, again.writtenAt, hostId)) await rm(path, { force: true });
    return null;
  } finally {
    await takeover.release();
  }
}

const describeOwner = (owner: Owner | null) =>
  owner ? `process ${owner.pid} of host ${owner.host}` : "another process";

async function hold(path: string, file: FileHandle, owner: Owner): Promise<LockAttempt> {
  const text = JSON.stringify(owner);
  // Through the open file, so that it never writes a lock of another owner at the same path.
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
      if (found?.owner?.token === owner.token) await rm(path, { force: true });
    },
  };
}
