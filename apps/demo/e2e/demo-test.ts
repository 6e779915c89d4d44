import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import pg from "pg";
import { freePort } from "../../../.ci/free-port.mjs";
import { copyEmptyDatabase } from "../../../packages/server/test/empty-database.ts";
import { type DemoStack, type DemoStackOptions, startDemoStack } from "../demo-stack.ts";
import { resetDemo } from "./reset-demo.ts";

export { expect };

/** A superuser's address of a PostgreSQL to test on; without it, the embedded database is used. */
export const postgresUrl = process.env.TEST_DATABASE_URL;

/** A demo that can be restarted on the same data, as a developer does. */
export interface Demo {
  readonly stack: DemoStack;
  restart(): Promise<void>;
}

/** Creates a database on the PostgreSQL under test, if there is one. */
async function createDatabase(): Promise<string | undefined> {
  if (!postgresUrl) return undefined;
  const name = `demo_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return new URL(`/${name}`, postgresUrl).href;
}

/** Starts a demo that keeps its data in `dataFolder`, and its ports when it is restarted. */
async function startDemo(dataFolder: string): Promise<Demo> {
  const options: DemoStackOptions = {
    demoPort: await freePort(),
    tokenServerPort: 0,
    emulatorPort: await freePort(),
    dataFolder,
    // Apart from the cache of a demo that a developer has open.
    cacheFolder: "node_modules/.vite/e2e",
    databaseUrl: await createDatabase(),
    // PostgreSQL serves several servers, as in production; the embedded database serves one.
    instances: postgresUrl ? 2 : 1,
    watch: false,
  };
  if (!postgresUrl) await copyEmptyDatabase(join(dataFolder, "db"));
  let stack = await startDemoStack(options);
  return {
    get stack() {
      return stack;
    },
    async restart() {
      await stack.close();
      stack = await startDemoStack(options);
    },
  };
}

/** All tests share one `demo`, because starting it takes longer than most of them; each finds it empty. */
export const test = base.extend<{ emptyDemo: undefined }, { demo: Demo }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures off this pattern.
    async ({}, use) => {
      const dataFolder = await mkdtemp(join(tmpdir(), "authkit-ui-demo-"));
      const demo = await startDemo(dataFolder);
      await use(demo);
      await demo.stack.close();
      await rm(dataFolder, { recursive: true });
    },
    { scope: "worker", timeout: 60_000 },
  ],
  emptyDemo: [
    async ({ demo }, use) => {
      await resetDemo(demo.stack);
      await use(undefined);
    },
    { auto: true },
  ],
});
