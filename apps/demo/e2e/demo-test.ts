import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { test as base, expect } from "@playwright/test";
import pg from "pg";
import { freePort } from "../../../.ci/free-port.mjs";
import { type DemoStack, type DemoStackOptions, startDemoStack } from "../demo-stack.ts";
import { forgetEverything } from "./forget-everything.ts";

export { expect };

/** A superuser's address of a PostgreSQL to test on; absent: the embedded database. */
export const postgresUrl = process.env.TEST_DATABASE_URL;

/** A demo that can be stopped and started again on the same data, as a developer does. */
export interface Demo {
  readonly stack: DemoStack;
  restart(): Promise<void>;
  /** Stops the demo and asks its database. */
  stopAndQuery(sql: string): Promise<unknown[]>;
}

/** The same, kept from test to test: most of a test's time would go into starting one. */
interface LastingDemo extends Demo {
  /** Starts it if it was stopped. */
  start(): Promise<void>;
}

/** A database of its own on the PostgreSQL that the run brought, or none: then it is embedded. */
async function createDatabase(): Promise<string | undefined> {
  if (!postgresUrl) return undefined;
  const name = `demo_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client({ connectionString: postgresUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return new URL(`/${name}`, postgresUrl).href;
}

async function query(options: DemoStackOptions, sql: string): Promise<unknown[]> {
  if (options.databaseUrl) {
    const client = new pg.Client({ connectionString: options.databaseUrl });
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows;
  }
  const database = await PGlite.create(join(options.dataFolder ?? "", "db"));
  const { rows } = await database.query(sql);
  await database.close();
  return rows;
}

/** Starts a demo with its data in `dataFolder`; it keeps its ports for as long as it lasts. */
async function startLastingDemo(dataFolder: string, cacheFolder: string): Promise<LastingDemo> {
  const options: DemoStackOptions = {
    demoPort: await freePort(),
    tokenServerPort: 0,
    emulatorPort: await freePort(),
    dataFolder,
    cacheFolder,
    databaseUrl: await createDatabase(),
    // As in production, where the database is shared; the embedded one has a single owner.
    instances: postgresUrl ? 2 : 1,
    watch: false,
  };
  let stack = await startDemoStack(options);
  let isRunning = true;

  const demo: LastingDemo = {
    get stack() {
      return stack;
    },
    async start() {
      if (isRunning) return;
      stack = await startDemoStack(options);
      isRunning = true;
    },
    async restart() {
      await stack.close();
      isRunning = false;
      await demo.start();
    },
    async stopAndQuery(sql) {
      await stack.close();
      isRunning = false;
      return query(options, sql);
    },
  };
  return demo;
}

/** `demo`: a stack on free ports in which nobody has connected anything yet. */
export const test = base.extend<{ demo: Demo }, { lastingDemo: LastingDemo }>({
  lastingDemo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures off this pattern.
    async ({}, use, { parallelIndex }) => {
      const dataFolder = await mkdtemp(join(tmpdir(), "authkit-ui-demo-"));
      const demo = await startLastingDemo(dataFolder, `node_modules/.vite/e2e-${parallelIndex}`);
      await use(demo);
      await demo.stack.close();
      await rm(dataFolder, { recursive: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],
  demo: async ({ lastingDemo }, use) => {
    await lastingDemo.start();
    await forgetEverything(lastingDemo.stack);
    await use(lastingDemo);
  },
});
