import { type Identity, identityName } from "../identity/identity.ts";

/** What no other change may use while a change runs. */
export interface ChangeLocks {
  /** Changes to one identity's connections run one after another. */
  identity: Identity;
  /** Keys that a row may have after the change. Any number of changes may share these. */
  holds?: readonly string[] | undefined;
  /** The key that is about to be deleted at Pica: no row may get it meanwhile. */
  deletes?: string | undefined;
}

/** The first number of each advisory lock; every version of this package must use the same ones. */
const identityClass = 4_727_712;
const keyClass = 4_727_713;

/** How many locks all keys share, so that a statement with thousands of keys takes few. */
const keyLocks = 64;

/** Milliseconds after which PostgreSQL ends a transaction whose client has stopped. */
const idleTimeout = 10_000;

/** FNV-1a, as a signed integer: what PostgreSQL takes for a lock. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    value = Math.imul(value ^ byte, 0x01000193);
  }
  return value | 0;
}

const keyLock = (key: string) => (hash(key) >>> 0) % keyLocks;

/**
 * Begins a transaction and takes the locks, always in the same order, so that no two changes
 * deadlock. Under READ COMMITTED each later statement sees what was committed before it began, hence
 * all that earlier changes wrote. A single statement would not: its snapshot is older than the lock
 * that it waits for, and PostgreSQL rechecks only the locked row.
 */
export function beginWithLocks({ identity, holds = [], deletes }: ChangeLocks): string {
  const shared = [...new Set(holds.map(keyLock))].sort((a, b) => a - b);
  return [
    "BEGIN ISOLATION LEVEL READ COMMITTED",
    `SET LOCAL idle_in_transaction_session_timeout = ${idleTimeout}`,
    `SELECT pg_advisory_xact_lock(${identityClass}, ${hash(identityName(identity))})`,
    ...shared.map((lock) => `SELECT pg_advisory_xact_lock_shared(${keyClass}, ${lock})`),
    ...(deletes === undefined
      ? []
      : [`SELECT pg_advisory_xact_lock(${keyClass}, ${keyLock(deletes)})`]),
  ].join("; ");
}
