import { within } from "../async/with-timeout.ts";
import { ProblemError } from "../errors/problem-error.ts";
import type { Logger } from "../log/logger.ts";
import type { ConnectStore, StoredConnection, StoredDeletion } from "../store/connect-store.ts";
import { type ConnectionRecord, toLastRecord, toRecord } from "./connection-record.ts";

/**
 * What the product wants to hear of. Each runs after the commit and at least once: one that throws,
 * or is not done after 4 seconds, runs again when the connections are looked at a minute later.
 */
export interface ConnectionHooks {
  onConnected?: ((connection: ConnectionRecord) => void | Promise<void>) | undefined;
  onReconnected?: ((connection: ConnectionRecord) => void | Promise<void>) | undefined;
  onDisconnected?: ((connection: ConnectionRecord) => void | Promise<void>) | undefined;
}

export interface Announcer {
  announce(connection: StoredConnection): Promise<void>;
  announceRemoval(deletion: StoredDeletion): Promise<void>;
  /** Finishes what an earlier process, or a hook that threw, left undone. */
  catchUp(
    connections: readonly StoredConnection[],
    deletions: readonly StoredDeletion[],
  ): Promise<void>;
}

/** Milliseconds for which the call that made a row may still be running its hook. */
const patience = 60_000;

/** Milliseconds that a hook may take; less than a list waits, so that no hook makes one stale. */
const hookPatience = 4_000;

const tooSlow = (): never => {
  throw new Error(`not done after ${hookPatience / 1000} s`);
};

/**
 * Runs the hooks. Each row says itself whether its hook still has to run, and is told only when
 * the hook has succeeded: a crash or a throw in between leads to another run, never to none.
 */
export function createAnnouncer(
  hooks: ConnectionHooks,
  store: ConnectStore,
  logger: Logger,
  now: () => number,
): Announcer {
  const run = async (hook: () => void | Promise<void>, done: () => Promise<unknown>) => {
    try {
      await within(hookPatience, async () => hook(), tooSlow);
      await done();
    } catch (error) {
      logger.error("A hook failed; it runs again when the connections are next looked at.", {
        ...(error instanceof ProblemError ? { code: error.code } : { error }),
      });
    }
  };

  const announce: Announcer["announce"] = async (row) => {
    const { announce: announced, id, identity, key } = row;
    if (announced === null) return;
    const hook = announced === "connected" ? hooks.onConnected : hooks.onReconnected;
    await run(
      () => hook?.(toRecord(row)),
      () => store.updateConnection(id, identity, { announced, key }, new Date(now())),
    );
  };
  const announceRemoval: Announcer["announceRemoval"] = async (row) => {
    if (!row.announce || row.settledAt === null) return;
    await run(
      () => hooks.onDisconnected?.(toLastRecord(row)),
      () => store.announcedDeletion(row.id),
    );
  };

  return {
    announce,
    announceRemoval,
    catchUp: async (connections, deletions) => {
      const due = now() - patience;
      await Promise.all([
        ...connections.filter((row) => row.updatedAt.getTime() < due).map(announce),
        ...deletions.filter((row) => row.createdAt.getTime() < due).map(announceRemoval),
      ]);
    },
  };
}
