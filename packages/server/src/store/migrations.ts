/**
 * Every migration, oldest first, as SQL that any PostgreSQL from 13 on and PGlite run alike.
 * Strings in a module, not files: bundlers and serverless hosts leave files behind.
 * A published migration never changes; a new need is a new entry.
 */
const migrations = [
  // The table as the AuthKit guides give it, so that a team that already has it keeps its rows;
  // those without a key (the guides allow it) stay too, and are never read.
  `CREATE TABLE IF NOT EXISTS user_connections (
     id uuid PRIMARY KEY,
     user_id text NOT NULL,
     platform text NOT NULL,
     connection_key text UNIQUE,
     environment text DEFAULT 'live',
     state text DEFAULT 'operational',
     created_at timestamptz DEFAULT now(),
     updated_at timestamptz DEFAULT now()
   );
   UPDATE user_connections SET environment = coalesce(environment, 'live'),
     state = coalesce(state, 'unknown'), created_at = coalesce(created_at, now()),
     updated_at = coalesce(updated_at, now());
   ALTER TABLE user_connections
     ALTER COLUMN environment SET NOT NULL,
     ALTER COLUMN state SET NOT NULL,
     ALTER COLUMN created_at TYPE timestamptz, ALTER COLUMN created_at SET NOT NULL,
     ALTER COLUMN updated_at TYPE timestamptz, ALTER COLUMN updated_at SET NOT NULL,
     ADD COLUMN identity_type text NOT NULL DEFAULT 'user',
     ADD COLUMN pica_id text,
     ADD COLUMN name text,
     ADD COLUMN account text,
     ADD COLUMN announce text;
   CREATE INDEX user_connections_identity ON user_connections (user_id, identity_type);
   CREATE TABLE connect_sessions (
     id uuid PRIMARY KEY,
     user_id text NOT NULL,
     identity_type text NOT NULL,
     platform text,
     reconnects uuid,
     state text NOT NULL,
     code text,
     ticket_uses integer NOT NULL,
     further_pages integer NOT NULL,
     pages integer NOT NULL,
     created_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL
   );
   CREATE INDEX connect_sessions_expiry ON connect_sessions (expires_at);
   CREATE TABLE pending_deletions (
     id uuid PRIMARY KEY,
     connection_id uuid NOT NULL,
     user_id text NOT NULL,
     identity_type text NOT NULL,
     platform text NOT NULL,
     connection_key text NOT NULL,
     environment text NOT NULL,
     pica_id text,
     name text,
     account text,
     reason text NOT NULL,
     announce boolean NOT NULL,
     connection_created_at timestamptz NOT NULL,
     created_at timestamptz NOT NULL,
     settled_at timestamptz
   );
   CREATE INDEX pending_deletions_key ON pending_deletions (connection_key);
   CREATE INDEX pending_deletions_identity ON pending_deletions (user_id, identity_type);
   CREATE TABLE authkit_ui_rate_limits (
     key varchar(255) PRIMARY KEY,
     points integer NOT NULL DEFAULT 0,
     expire bigint
   );`,
  // No hook runs for connections that were already broken before this migration.
  `ALTER TABLE user_connections
     ADD COLUMN needs_attention boolean NOT NULL DEFAULT false,
     ADD COLUMN attention_event uuid;
   UPDATE user_connections SET needs_attention = true WHERE state IN ('failed', 'gone');
   ALTER TABLE pending_deletions ADD COLUMN outcome text;
   CREATE TABLE connect_identities (
     user_id text NOT NULL,
     identity_type text NOT NULL,
     environment text NOT NULL,
     looked_at timestamptz,
     claimed_until timestamptz,
     forgetting_since timestamptz,
     PRIMARY KEY (user_id, identity_type, environment)
   );
   INSERT INTO connect_identities (user_id, identity_type, environment)
     SELECT user_id, identity_type, environment FROM user_connections
       WHERE connection_key IS NOT NULL
     UNION SELECT user_id, identity_type, environment FROM pending_deletions
       WHERE settled_at IS NULL OR announce;
   CREATE INDEX connect_identities_looked_at
     ON connect_identities (environment, looked_at NULLS FIRST);`,
  `ALTER TABLE user_connections
     ADD COLUMN connected_by text,
     ADD COLUMN last_used_at timestamptz;`,
  "ALTER TABLE user_connections ADD COLUMN access text;",
  `CREATE TABLE agent_calls (
     id uuid PRIMARY KEY,
     call_key text NOT NULL UNIQUE,
     user_id text NOT NULL,
     identity_type text NOT NULL,
     person text NOT NULL,
     platform text NOT NULL,
     action text NOT NULL,
     digest text NOT NULL,
     input text,
     connection_id uuid,
     status text NOT NULL,
     claimed_until timestamptz,
     outcome text,
     created_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL
   );
   CREATE INDEX agent_calls_expiry ON agent_calls (expires_at);
   CREATE INDEX agent_calls_identity ON agent_calls (user_id, identity_type);
   CREATE INDEX agent_calls_person ON agent_calls (person);`,
];

/** Any number will do, so long as every version of this package uses the same one. */
const advisoryLock = 4_727_711;

const guarded = migrations.map(
  (statements, index) => `DO $migration$ BEGIN
  IF NOT EXISTS (SELECT FROM authkit_ui_migrations WHERE version = ${index + 1}) THEN
    ${statements}
    INSERT INTO authkit_ui_migrations (version, applied_at) VALUES (${index + 1}, now());
  END IF;
END $migration$;`,
);

/** Fails with SQLSTATE 42P01 where there is no table of versions yet. */
export const versionQuery = "SELECT max(version) AS version FROM authkit_ui_migrations";

/** What {@link versionQuery} says of a database that needs nothing. */
export const latestVersion = migrations.length;

/**
 * One script that brings any earlier database up to date, in one transaction. The advisory lock
 * makes a second instance that starts at the same moment wait, then find everything done.
 */
export const migrationScript = `BEGIN;
SELECT pg_advisory_xact_lock(${advisoryLock});
CREATE TABLE IF NOT EXISTS authkit_ui_migrations (
  version integer PRIMARY KEY,
  applied_at timestamptz NOT NULL
);
${guarded.join("\n")}
COMMIT;`;
