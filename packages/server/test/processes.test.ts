import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Connection } from "@authkit-ui/contract";
import { serveEmulator } from "@authkit-ui/emulator/node";
import { afterEach, describe, expect, it } from "vitest";
import { copyEmptyDatabase } from "./empty-database.ts";
import { cookieOf, createHarness } from "./harness.ts";
import type { ServerProcessSettings } from "./server-process.ts";
import { createPostgresDatabase, openPostgres } from "./test-store.ts";

const program = fileURLToPath(new URL("server-process.ts", import.meta.url));
const ann = { user: "u_ann" };

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface ServerProcess {
  child: ChildProcess;
  /** The first text that it printed. */
  said: string;
  ended: Promise<NodeJS.Signals | number | null>;
  call(path: string, method?: string, body?: unknown): Promise<Response>;
}

async function start(settings: ServerProcessSettings): Promise<ServerProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", program, JSON.stringify(settings)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ?? code));
  });
  closers.push(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
    await ended;
  });
  const said = await new Promise<string>((resolve) => {
    child.stdout?.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
    ended.then((end) => resolve(`ended ${end}`));
  });
  const origin = said.replace("listening ", "");
  return {
    child,
    said,
    ended,
    call: (path, method = "GET", body) =>
      fetch(`${origin}/api/connect${path}`, {
        method,
        headers: { origin, cookie: cookieOf(ann), "content-type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  };
}

/** A process that has just begun may answer from its table before Pica has answered it. */
async function listOf(server: ServerProcess): Promise<Connection[]> {
  return (await (await server.call("/connections")).json()).connections;
}

async function startPica() {
  const pica = await serveEmulator();
  closers.push(pica.close);
  return pica;
}

describe("a server that is killed", () => {
  it("between Pica's answer and the commit shows the connection after a restart", async () => {
    const pica = await startPica();
    const { url: databaseUrl, drop } = await createPostgresDatabase();
    closers.push(drop);
    const doomed = await start({ pica: pica.origin, databaseUrl, dieBefore: "upsertConnections" });
    const session = await (await doomed.call("/sessions", "POST", {})).json();
    const { key } = pica.emulator.control.createConnection({
      platform: "gmail",
      identity: ann.user,
    });
    const save = doomed.call("/connections", "POST", { key, sessionId: session.id });
    await expect(save).rejects.toThrow();
    expect(await doomed.ended).toBe("SIGKILL");

    const restarted = await start({ pica: pica.origin, databaseUrl });
    await expect.poll(() => listOf(restarted)).toMatchObject([{ key, state: "operational" }]);
    restarted.child.kill("SIGTERM");
    expect(await restarted.ended).toBe(0);
  });

  it("between Pica's deletion and ours shows no connection after a restart", async () => {
    const pica = await startPica();
    const { url: databaseUrl, drop } = await createPostgresDatabase();
    closers.push(drop);
    pica.emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    const doomed = await start({ pica: pica.origin, databaseUrl, dieBefore: "removeConnection" });
    await expect.poll(() => listOf(doomed)).toHaveLength(1);
    const [connection] = await listOf(doomed);
    const path = `/connections/${connection?.id}`;
    await expect(doomed.call(path, "DELETE")).rejects.toThrow();
    expect(await doomed.ended).toBe("SIGKILL");
    expect(pica.emulator.control.connections()).toEqual([]);

    const restarted = await start({ pica: pica.origin, databaseUrl });
    await expect.poll(() => listOf(restarted)).toEqual([]);
    expect((await restarted.call(path, "DELETE")).status).toBe(204);
  });
});

describe("a sweep that is killed", () => {
  it("between commit and hook runs the hook once after a restart", async () => {
    const pica = await startPica();
    const { url: databaseUrl, drop } = await createPostgresDatabase();
    closers.push(drop);
    const { control } = pica.emulator;
    const { key } = control.createConnection({ platform: "gmail", identity: ann.user });
    const { connect } = createHarness({
      store: openPostgres(databaseUrl),
      fetch: (input, init) => pica.emulator.fetch(new Request(input, init)),
    });
    await connect.connections.list(ann);
    await connect.close();

    control.setConnectionState({ connection: key, state: "failed" });
    const settings = { pica: pica.origin, databaseUrl, sweepEvery: 60_000 };
    const doomed = await start({ ...settings, dieBefore: "onNeedsAttention" });
    expect(doomed.said).toBe("ended SIGKILL");
    // After the killed process's claim has expired.
    const restarted = await start({ ...settings, sweepEvery: 10 * 60_000 });
    expect(restarted.said).toBe('ran ["needs attention gmail"]');
  });
});

describe("a call of an agent whose process is killed", () => {
  it("after the provider has answered is interrupted, and is not sent again", async () => {
    const pica = await startPica();
    const { url: databaseUrl, drop } = await createPostgresDatabase();
    closers.push(drop);
    const { control } = pica.emulator;
    control.createConnection({ platform: "gmail", identity: ann.user });
    const settings = { pica: pica.origin, databaseUrl };
    const agentCall = { ...ann, later: 0 };
    const doomed = await start({ ...settings, agentCall, dieBefore: "storeOutcome" });
    expect(doomed.said).toBe("ended SIGKILL");
    // After no request of the killed process can still be running.
    const restarted = await start({ ...settings, agentCall: { ...ann, later: 60 * 60_000 } });
    expect(restarted.said).toBe('outcome {"status":"interrupted"}');
    const sent = control.requests().filter(({ path }) => path.includes("/passthrough/"));
    expect(sent).toHaveLength(1);
  });
});

describe("the embedded database", () => {
  it("refuses a second process, naming the first, and opens again when the first was killed", async () => {
    const pica = await startPica();
    const folder = await copyEmptyDatabase();
    pica.emulator.control.createConnection({ platform: "gmail", identity: ann.user });
    const first = await start({ pica: pica.origin, folder });
    const second = await start({ pica: pica.origin, folder });
    expect(second.said).toMatch(/^refused database_in_use: .*PostgreSQL/s);
    expect(second.said).toContain(`process ${first.child.pid}`);
    expect(await second.ended).toBe(1);

    await expect.poll(() => listOf(first)).toHaveLength(1);
    const [connection] = await listOf(first);
    const renamed = await first.call(`/connections/${connection?.id}`, "PATCH", { name: "Work" });
    expect(renamed.status).toBe(200);
    first.child.kill("SIGKILL");
    await first.ended;

    const restarted = await start({ pica: pica.origin, folder });
    expect(await listOf(restarted)).toMatchObject([{ name: "Work" }]);
    restarted.child.kill("SIGTERM");
    expect(await restarted.ended).toBe(0);
    await expect(readFile(`${folder}.pid`)).rejects.toMatchObject({ code: "ENOENT" });
  });
});
