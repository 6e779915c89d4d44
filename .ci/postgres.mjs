import { execFileSync, spawn } from "node:child_process";
import { chownSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.mjs";

/** Folder of PostgreSQL's programs; Debian keeps them out of the PATH. */
function findPrograms() {
  const debian = "/usr/lib/postgresql";
  try {
    const versions = readdirSync(debian).sort((a, b) => Number(b) - Number(a));
    return join(debian, versions[0], "bin");
  } catch {
    throw new Error(
      "PostgreSQL was not found. Install it (Debian: apt-get install postgresql) and run this again.",
    );
  }
}

/** PostgreSQL refuses to run as root, so root hands its work to the `postgres` user. */
const asServerUser = (program, args) =>
  process.getuid?.() === 0
    ? ["runuser", ["-u", "postgres", "--", program, ...args]]
    : [program, args];

/**
 * Runs `work` with the address of a new PostgreSQL cluster (superuser, loopback only), and throws
 * the cluster away afterwards.
 */
export async function withPostgres(work) {
  const programs = findPrograms();
  const folder = mkdtempSync(join(tmpdir(), "authkit-ui-postgres-"));
  if (process.getuid?.() === 0) {
    const id = (flag) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
    chownSync(folder, id("-u"), id("-g"));
  }
  const data = join(folder, "data");
  const [init, initArgs] = asServerUser(join(programs, "initdb"), [
    ...["--pgdata", data, "--username", "postgres", "--auth", "trust", "--no-sync"],
  ]);
  execFileSync(init, initArgs, { stdio: ["ignore", "ignore", "inherit"], cwd: folder });

  const port = await freePort();
  const [postgres, args] = asServerUser(join(programs, "postgres"), [
    ...["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder],
    ...["-c", "fsync=off", "-c", "max_connections=200"],
  ]);
  const server = spawn(postgres, args, { stdio: ["ignore", "pipe", "pipe"], cwd: folder });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  let log = "";
  try {
    await new Promise((resolve, reject) => {
      const read = (chunk) => {
        log += chunk;
        if (log.includes("database system is ready to accept connections")) resolve();
      };
      server.stdout.on("data", read);
      server.stderr.on("data", read);
      ended.then(() => reject(new Error(`PostgreSQL did not start:\n${log}`)));
    });
    await work(`postgres://postgres@127.0.0.1:${port}/postgres`);
  } finally {
    if (server.exitCode === null) {
      const stop = asServerUser(join(programs, "pg_ctl"), ["-D", data, "-m", "fast", "stop"]);
      execFileSync(...stop, { stdio: "ignore", cwd: folder });
      await ended;
    }
    rmSync(folder, { recursive: true });
  }
}
