import { rmSync } from "node:fs";
import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";

/** A folder of its own, which goes with the process. */
async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "authkit-ui-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "db");
}

let template: Promise<string> | undefined;

async function makeTemplate(): Promise<string> {
  const folder = await makeFolder();
  const client = await PGlite.create(folder);
  await client.close();
  return folder;
}

/**
 * The folder of an embedded database that holds nothing yet. It is a copy of one that was set up
 * before: PGlite takes five times as long to set one up as to open it.
 */
export async function copyEmptyDatabase(): Promise<string> {
  template ??= makeTemplate();
  const folder = await makeFolder();
  await cp(await template, folder, { recursive: true });
  return folder;
}
