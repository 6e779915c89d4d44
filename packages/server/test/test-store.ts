import pg from "pg";
import { createPgliteStore } from "../src/pglite.ts";
import { createPostgresStore } from "../src/postgres.ts";
import type { ConnectStore } from "../src/store/connect-store.ts";
import { createMemoryStore } from "../src/store/memory-store.ts";
import { copyEmptyDatabase } from "./empty-database.ts";

/** A superuser's address of a PostgreSQL to test on; absent: the embedded database. */
export const postgresUrl = process.env.TEST_DATABASE_URL;

/** A store on PostgreSQL that waits as long as a busy machine takes. */
export const openPostgres = (
  connectionString: string,
  { client, ...options }: { poolSize?: number; client?: new () => pg.ClientBase } = {},
) =>
  createPostgresStore({
    connectionString,
    pool: {
      connectionTimeoutMillis: 60_000,
      query_timeout: 60_000,
      ...(client && { Client: client }),
    },
    ...options,
  });

/** An empty database of its own; `drop` ends it. */
export async function createPostgresDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `authkit_ui_${crypto.randomUUID().replaceAll("-", "")}`;
  const asAdmin = async (statement: string) => {
    const client = new pg.Client({ connectionString: postgresUrl });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await asAdmin(`CREATE DATABASE ${name}`);
  const url = new URL(postgresUrl ?? "");
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(`DROP DATABASE ${name} WITH (FORCE)`) };
}

let shared: Promise<ConnectStore> | null = null;

async function open(): Promise<ConnectStore> {
  const store = postgresUrl
    ? openPostgres((await createPostgresDatabase()).url)
    : createPgliteStore({ folder: await copyEmptyDatabase() });
  await store.migrate();
  return { ...store, close: async () => {} };
}

/**
 * The database that all test files of a worker share: tests keep apart by the identities that they
 * make up. Its `close` does nothing, so that servers can be closed; it ends with the worker.
 */
export function openTestStore(): Promise<ConnectStore> {
  shared ??= open();
  return shared;
}

/** A separate store, because sweeps check every identity in it. */
export async function openOwnStore(): Promise<ConnectStore> {
  if (!postgresUrl) return createMemoryStore();
  const { url, drop } = await createPostgresDatabase();
  const store = openPostgres(url);
  const close = async () => {
    await store.close();
    await drop();
  };
  return { ...store, close };
}
