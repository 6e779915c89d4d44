import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { runCommand } from "./run-command.ts";

/** Not the `tsx` command, which is a second process that would have to pass a Ctrl-C on. */
const command = ["--import", "tsx", join(import.meta.dirname, "cli.ts")];
let folder: string;
let running: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "emulator-"));
});
afterEach(async () => {
  running?.kill("SIGKILL");
  running = undefined;
  await rm(folder, { recursive: true });
});

/** Starts the command and waits until it says where it listens. */
async function start(...args: string[]) {
  const child = spawn(process.execPath, [...command, "--port", "0", ...args]);
  running = child;
  let output = "";
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      output += chunk;
      const found = /API and AuthKit\s+(\S+)\n[\s\S]*State /.exec(output);
      if (found?.[1]) resolve(found[1]);
    });
    child.stderr.on("data", (chunk) => {
      output += chunk;
    });
    child.once("exit", () => reject(new Error(output)));
  });
  const stop = () =>
    new Promise<number | null>((resolve) => {
      child.once("exit", resolve);
      child.kill("SIGINT");
    });
  return { origin, output, stop };
}

const post = (origin: string, operation: string, input: unknown) =>
  fetch(`${origin}/__emulator/${operation}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });

describe("authkit-ui-emulator", () => {
  it("prints its addresses and a key that works, and ends on Ctrl-C", async () => {
    const { origin, output, stop } = await start();
    expect(output).toContain(`${origin}/__emulator`);
    expect(output).toContain("sk_test_local");
    const answer = await fetch(`${origin}/v1/users/flags`, {
      headers: { "x-pica-secret": "sk_test_local" },
    });
    expect(answer.status).toBe(200);
    expect(await stop()).toBe(0);
  });

  it("takes a catalog, a state file and a key", async () => {
    const catalog = join(folder, "catalog.json");
    const state = join(folder, "state.json");
    await writeFile(catalog, JSON.stringify([{ platform: "halyard", name: "Halyard" }]));
    const args = ["--catalog", catalog, "--state", state, "--secret", "sk_live_acme"];
    const { origin, stop } = await start(...args);
    const answer = await fetch(`${origin}/v1/available-connectors`, {
      headers: { "x-pica-secret": "sk_live_acme" },
    });
    expect(await answer.json()).toMatchObject({ total: 1, rows: [{ platform: "halyard" }] });
    await post(origin, "createConnection", { platform: "halyard" });
    await stop();
    expect(JSON.parse(await readFile(state, "utf8")).connections).toHaveLength(1);
  });

  it("prints what is wrong without a stack, and exits with 1", async () => {
    const { code, output } = await new Promise<{ code: unknown; output: string }>((resolve) => {
      execFile(process.execPath, [...command, "dance"], (error, stdout, stderr) =>
        resolve({ code: error?.code, output: stdout + stderr }),
      );
    });
    expect(code).toBe(1);
    expect(output).toBe('There is no command "dance". Run with --help to see what there is.\n');
  });

  it.each([
    [["--port", "eighty"], '--port takes a whole number, not "eighty".'],
    [["--generation", "two"], '--generation is pica or one, not "two".'],
    [["--catalog", "/nowhere.json"], "The catalog /nowhere.json could not be read as JSON"],
    [["--dance"], "Unknown option '--dance'"],
    [["--port", "0", "--secret", "secret"], "it must start with sk_test_ or sk_live_"],
  ])("refuses %j and says why", async (args, message) => {
    await expect(runCommand(args)).rejects.toThrow(message);
  });

  it("prints its options with --help", async () => {
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    await runCommand(["--help"]);
    const [[printed] = []] = write.mock.calls;
    write.mockRestore();
    for (const option of ["--port", "--catalog", "--state", "--latency", "verify"]) {
      expect(printed).toContain(option);
    }
  });
});
