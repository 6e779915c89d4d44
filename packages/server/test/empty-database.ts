import { readFileSync } from "node:fs";
import { cp, mkdir, mkdtemp, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";

const pglite = dirname(createRequire(import.meta.url).resolve("@electric-sql/pglite"));
const { version } = JSON.parse(readFileSync(join(pglite, "../package.json"), "utf8"));
const cache = join(import.meta.dirname, "../node_modules/.cache");
/** An embedded database that was set up and nothing else, for every process that runs tests. */
const template = join(cache, `pglite-${version}`);

const folders = () => process.env.TEST_DATABASE_FOLDERS ?? tmpdir();

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

async function makeTemplate(): Promise<void> {
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(`${template}-`);
  const client = await PGlite.create(folder);
  await client.close();
  // Another process may have been faster; its template is as good.
  await rename(folder, template).catch(() => rm(folder, { recursive: true }));
}

/**
 * Copies an empty embedded database to `folder`, by default one that is deleted after the run.
 * Setting a database up takes PGlite several seconds, most of which a copy saves.
 */
export async function copyEmptyDatabase(folder?: string): Promise<string> {
  if (!(await exists(template))) await makeTemplate();
  const target = folder ?? join(await mkdtemp(join(folders(), "authkit-ui-")), "db");
  await cp(template, target, { recursive: true });
  return target;
}
