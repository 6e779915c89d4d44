import {
  copyFile,
  mkdtemp,
  readFile,
  realpath,
  rm,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lockFolder } from "./folder-lock.ts";

// Above the largest pid that Linux gives out.
const deadPid = 4_194_999;

let folder: string;
let path: string;
beforeEach(async () => {
  folder = join(await realpath(await mkdtemp(join(tmpdir(), "authkit-ui-"))), "db");
  path = `${folder}.pid`;
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(join(folder, ".."), { recursive: true });
});

/** The lock that this process would write, with other words in it. */
async function leaveLock(other: { pid: number; hostId?: string }): Promise<void> {
  const lock = await lockFolder(folder);
  const words = JSON.parse(await readFile(path, "utf8"));
  await lock.release();
  await writeFile(path, JSON.stringify({ ...words, host: "box-7", ...other }));
}

const silentFor = (seconds: number) =>
  utimes(path, new Date(), new Date(Date.now() - seconds * 1000));

async function expectHeld(): Promise<string> {
  const error: unknown = await lockFolder(folder).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: "database_in_use" });
  return String(error);
}

async function expectFree(): Promise<void> {
  const lock = await lockFolder(folder);
  await expectHeld();
  await lock.release();
}

describe("the lock of a folder", () => {
  it("is refused while its file is being written, and taken over if it is never completed", async () => {
    await writeFile(path, "");
    await expectHeld();
    await silentFor(31);
    await expectFree();
  });

  it("is taken over from a process that died, and from an earlier process of the same pid", async () => {
    await leaveLock({ pid: deadPid });
    await expectFree();
    await leaveLock({ pid: process.pid });
    await silentFor(process.uptime() + 1);
    await expectFree();
    // Written since this process began: by one of its threads.
    await leaveLock({ pid: process.pid });
    await expectHeld();
  });

  it("is held against this process, and against another copy of this package in it", async () => {
    const lock = await lockFolder(folder);
    await expectHeld();
    // Next.js bundles a page and a route apart, each with a copy of its own.
    const copyPath = "./folder-lock.ts?copy";
    const copy: typeof import("./folder-lock.ts") = await import(/* @vite-ignore */ copyPath);
    expect(copy.lockFolder).not.toBe(lockFolder);
    await expect(copy.lockFolder(folder)).rejects.toMatchObject({ code: "database_in_use" });
    await lock.release();
    await expect(readFile(path)).rejects.toMatchObject({ code: "ENOENT" });
  });

  it("is refused while another container writes heartbeats, and taken over once they stop", async () => {
    await leaveLock({ pid: process.pid, hostId: "another container" });
    const refusal = await expectHeld();
    expect(refusal).toContain(`process ${process.pid} of host box-7`);
    expect(refusal).toMatch(/30 seconds/);
    expect(refusal).toContain(`delete ${path}`);
    await silentFor(15);
    await expectHeld();
    await silentFor(31);
    await expectFree();
  });

  it("is taken over after a process died during its own takeover", async () => {
    await leaveLock({ pid: deadPid });
    await copyFile(path, `${path}.takeover`);
    await expectFree();
  });

  it("writes a heartbeat every five seconds", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    const lock = await lockFolder(folder);
    await silentFor(3600);
    vi.advanceTimersByTime(5_000);
    const silence = async () => Date.now() - (await stat(path)).mtimeMs;
    await expect.poll(silence).toBeLessThan(3_500_000);
    await lock.release();
  });

  it("is not removed by an owner whose lock has been taken over", async () => {
    const lock = await lockFolder(folder);
    const words = JSON.parse(await readFile(path, "utf8"));
    await writeFile(path, JSON.stringify({ ...words, token: "another's" }));
    await lock.release();
    expect(await readFile(path, "utf8")).toContain("another's");
  });
});
