import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import type { ConnectStore } from "./store/connect-store.ts";
import { lockFolder } from "./store/folder-lock.ts";
import { createLazyStore } from "./store/lazy-store.ts";
import { migrationScript } from "./store/migrations.ts";
import { createSqlStore } from "./store/sql-store.ts";

/** Options of `createPgliteStore`. */
export interface PgliteStoreOptions {
  /**
   * The folder that holds the database.
   * @default none: the database is in memory and ends with the process
   */
  folder?: string | undefined;
}

/**
 * The embedded database: PostgreSQL compiled to WebAssembly, for development, tests and small
 * single-machine deployments. It opens on first use. One process per folder: a second one fails
 * with `ConnectStoreError` `database_in_use`.
 *
 * @example
 * const store = createPgliteStore({ folder: ".data/db" });
 */
export function createPgliteStore({ folder }: PgliteStoreOptions = {}): ConnectStore {
  return createLazyStore(async () => {
    const lock = folder === undefined ? null : await lockFolder(folder);
    try {
      const client = await PGlite.create(folder === undefined ? {} : { dataDir: folder });
      const database = drizzle(client);
      return createSqlStore(database, {
        // There is one connection, so statements already run one after another.
        runLocked: async (_locks, statement) => statement(database),
        migrate: async () => {
          try {
            await client.exec(migrationScript);
          } catch (error) {
            // The one connection must not stay inside the failed transaction.
            await client.exec("ROLLBACK");
            throw error;
          }
        },
        close: async () => {
          await client.close();
          await lock?.release();
        },
      });
    } catch (error) {
      await lock?.release();
      throw error;
    }
  });
}
