import { type Identity, identityName } from "../identity/identity.ts";

/** What a change must not share with another one while it runs. */
export interface ChangeLocks {
  /** Changes to one identity's connections run one after another. */
  identity: Identity;
  /** Keys that a row may hold after the change. Any number of changes may hold keys at once. */
  holds?: readonly string[] | undefined;
  /** The key that is about to be deleted at Pica: nobody may begin to hold it meanwhile. */
  deletes?: string | undefined;
}

/** The first number of each advisory lock; every version of this package must use the same ones. */
const identityClass = 4_727_712;
const keyClass = 4_727_713;

/** Keys share so many locks, so that a walk over thousands of them takes few. */
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
 * Begins a transaction and takes the locks, always in the same order, so that no two changes wait
 * for each other. Under READ COMMITTED each later statement sees what was committed before it
 * began, hence all that the changes before it wrote. One statement alone would not: its snapshot
 * is older than the lock that it waits for, and of the rows that others changed meanwhile
 * PostgreSQL looks again at the locked one only.
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
