import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { test as base, expect } from "@playwright/test";
import pg from "pg";
import { type DemoStack, type DemoStackOptions, startDemoStack } from "../demo-stack.ts";

export { expect };

/** A demo that can be stopped and started again on the same data, as a developer does. */
export interface Demo {
  readonly stack: DemoStack;
  restart(): Promise<void>;
  /** Stops the demo and asks its database. */
  stopAndQuery(sql: string): Promise<unknown[]>;
}

/** A database of its own on the PostgreSQL that the run brought, or none: then it is embedded. */
async function createDatabase(): Promise<string | undefined> {
  const cluster = process.env.TEST_DATABASE_URL;
  if (!cluster) return undefined;
  const name = `demo_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client({ connectionString: cluster });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  return new URL(`/${name}`, cluster).href;
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

/** `demo`: a fresh stack on free ports, with its data in a temporary folder. */
export const test = base.extend<{ demo: Demo }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures off this pattern.
  demo: async ({}, use) => {
    const dataFolder = await mkdtemp(join(tmpdir(), "authkit-ui-demo-"));
    const options: DemoStackOptions = {
      demoPort: 0,
      tokenServerPort: 0,
      emulatorPort: 0,
      dataFolder,
      databaseUrl: await createDatabase(),
    };
    let stack = await startDemoStack(options);
    await use({
      get stack() {
        return stack;
      },
      async restart() {
        const portOf = (origin = "") => Number(new URL(origin).port);
        const demoPort = portOf(stack.origin);
        const emulatorPort = portOf(stack.emulator?.origin);
        await stack.close();
        stack = await startDemoStack({ ...options, demoPort, emulatorPort });
      },
      async stopAndQuery(sql) {
        await stack.close();
        return query(options, sql);
      },
    });
    await stack.close();
    await rm(dataFolder, { recursive: true });
  },
});
