import { drizzle } from "drizzle-orm/node-postgres";
import { DatabaseError, Pool, type PoolClient, type PoolConfig, type QueryConfig } from "pg";
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { ConnectConfigurationError } from "./errors/configuration-error.ts";
import type { ConnectStore } from "./store/connect-store.ts";
import { latestVersion, migrationScript, versionQuery } from "./store/migrations.ts";
import { beginWithLocks } from "./store/sql-locks.ts";
import { createSqlStore } from "./store/sql-store.ts";

/** Options of `createPostgresStore`. */
export interface PostgresStoreOptions {
  /** `postgres://user:password@host:5432/database`, mostly `process.env.DATABASE_URL`. */
  connectionString: string | undefined;
  /**
   * Connections that one instance may hold, at least one.
   * @default 10
   */
  poolSize?: number | undefined;
  /** Anything else that `pg` takes, e.g. `ssl`. */
  pool?: Omit<PoolConfig, "connectionString" | "max"> | undefined;
}

/**
 * Whether there is nothing to migrate. Checked first, because the script needs the right to create
 * tables, which a role for daily work mostly lacks.
 */
async function isUpToDate(client: PoolClient): Promise<boolean> {
  try {
    const { rows } = await client.query<{ version: number | null }>(versionQuery);
    return (rows[0]?.version ?? 0) >= latestVersion;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === "42P01") return false;
    throw error;
  }
}

/** Rolls back after an error that PostgreSQL itself reported; returns whether it did. */
async function endTransaction(client: PoolClient, error: unknown): Promise<boolean> {
  // Drizzle keeps the driver's error as its cause.
  const reported = error instanceof Error ? (error.cause ?? error) : error;
  if (!(reported instanceof DatabaseError)) return false;
  try {
    await client.query("ROLLBACK");
    return true;
  } catch {
    return false;
  }
}

/**
 * The store for production: any number of instances share it and their rate limits on changes.
 *
 * @throws ConnectConfigurationError `database_url_missing` without a `connectionString`: `pg` would
 * take a database on this machine instead. `pool_size_malformed` when `poolSize` is no whole number
 * above zero: `pg` would wait for a connection that never comes.
 * @example
 * const store = createPostgresStore({ connectionString: process.env.DATABASE_URL });
 */
export function createPostgresStore(options: PostgresStoreOptions): ConnectStore {
  if (!options.connectionString) {
    throw new ConnectConfigurationError(
      "database_url_missing",
      "createPostgresStore has no connectionString. Set DATABASE_URL to postgres://…, or use " +
        "createPgliteStore, which needs no database.",
    );
  }
  const { poolSize = 10 } = options;
  if (!Number.isInteger(poolSize) || poolSize < 1) {
    throw new ConnectConfigurationError(
      "pool_size_malformed",
      `createPostgresStore has a poolSize of ${poolSize}. Give a whole number above zero, or leave it out.`,
    );
  }
  const pool = new Pool({
    connectionTimeoutMillis: 5_000,
    // Not `statement_timeout`: pg sends that while it connects, which PgBouncer refuses. This one
    // gives up here, drops the connection, and lets the server run the statement to its end; where
    // that matters, `ALTER ROLE … SET statement_timeout` ends it there too.
    query_timeout: 10_000,
    ...options.pool,
    connectionString: options.connectionString,
    max: poolSize,
  });
  // An idle connection that breaks is replaced by the next query; without a listener it would end
  // the process.
  pool.on("error", () => {});

  // Without their names, which transaction poolers do not support; see `unnamed` of the store.
  const limiterClient = {
    query: ({ text, values }: QueryConfig) => pool.query(text, values),
  };

  return createSqlStore(drizzle(pool), {
    runLocked: async (locks, statement) => {
      const client = await pool.connect();
      try {
        await client.query(beginWithLocks(locks));
        const value = await statement(drizzle(client));
        await client.query("COMMIT");
        client.release();
        return value;
      } catch (error) {
        // Where the server has not answered, its transaction ends with the connection.
        const isEnded = await endTransaction(client, error);
        client.release(!isEnded);
        throw error;
      }
    },
    migrate: async () => {
      const client = await pool.connect();
      try {
        if (!(await isUpToDate(client))) await client.query(migrationScript);
        client.release();
      } catch (error) {
        // The connection may still be inside the failed transaction: it must not be used again.
        client.release(true);
        throw error;
      }
    },
    close: () => pool.end(),
    createRateLimiter: ({ name, points, duration }) => {
      const limiter = new RateLimiterPostgres({
        storeClient: limiterClient,
        storeType: "pool",
        tableName: "authkit_ui_rate_limits",
        tableCreated: true,
        keyPrefix: name,
        points,
        duration,
        // While the database does not answer, each instance counts for itself.
        insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration }),
      });
      return {
        consume: async (key) => {
          try {
            await limiter.consume(key);
            return {};
          } catch (refusal) {
            if (refusal instanceof RateLimiterRes) {
              return { retryAfter: Math.ceil(refusal.msBeforeNext / 1000) };
            }
            throw refusal;
          }
        },
      };
    },
  });
}
