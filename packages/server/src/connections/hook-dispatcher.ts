import { withTimeout } from "../async/with-timeout.ts";
import { ProblemError } from "../errors/problem-error.ts";
import type { Logger } from "../log/logger.ts";
import type {
  AttentionHooks,
  ConnectStore,
  StoredConnection,
  StoredDeletion,
} from "../store/connect-store.ts";
import { type ConnectionRecord, toLastRecord, toRecord } from "./connection-record.ts";

/**
 * Functions of the product that run after a change has been committed. Each runs at least once, so
 * it must be idempotent: one that throws, or is not done after 4 seconds, runs again when the
 * connections are synchronized a minute later. None can fail a request.
 */
export interface ConnectionHooks {
  /** Runs when a new connection has been stored, also one that only a later synchronization found. */
  onConnected?: ((connection: ConnectionRecord) => void | Promise<void>) | undefined;
  /** Runs when a connection has been reconnected: it has another `key` and the same `id`. */
  onReconnected?: ((connection: ConnectionRecord) => void | Promise<void>) | undefined;
  /** Runs when a connection has been disconnected; it gets the connection as it last was. */
  onDisconnected?: ((connection: ConnectionRecord) => void | Promise<void>) | undefined;
  /**
   * Runs when a connection becomes `failed` or `gone`, so that only a person can repair it. It does
   * not run for `degraded`, because Pica refreshes such a connection by itself. Sweeps and lists both
   * detect the change.
   */
  onNeedsAttention?: AttentionHook | undefined;
  /** Runs when such a connection is `operational` again, also after a reconnect. */
  onRecovered?: AttentionHook | undefined;
}

/** The type of `onNeedsAttention` and `onRecovered`. */
export type AttentionHook = (
  connection: ConnectionRecord,
  event: AttentionEvent,
) => void | Promise<void>;

/** The second argument of `onNeedsAttention` and `onRecovered`. */
export interface AttentionEvent {
  /** Stays the same when the hook runs again for the same change. Use it to send nothing twice. */
  id: string;
  /**
   * Link to the product's page with `?ak-reconnect=<connection id>`, where the kit asks the owner
   * to reconnect. `undefined` without the option `connectionsUrl`.
   */
  reconnectUrl: string | undefined;
}

export interface HookDispatcher {
  /** What a row that was just inserted has to store as its pending hook. */
  readonly afterConnect: "connected" | null;
  /** What a row whose key was just replaced has to store as its pending hook. */
  readonly afterReconnect: "reconnected" | null;
  /** Whether `onDisconnected` has to run for a connection that ends. */
  readonly afterDisconnect: boolean;
  /** Which hooks have to run when a row's attention changes. */
  readonly attention: AttentionHooks;
  /** Runs the hook that a connection waits for, if any. */
  deliver(connection: StoredConnection): Promise<void>;
  /**
   * Runs `onNeedsAttention` or `onRecovered` for the rows whose attention the caller has just
   * changed. Other callers run it for theirs.
   */
  deliverAttention(
    connections: readonly StoredConnection[],
    events: ReadonlySet<string>,
  ): Promise<void>;
  /** Runs `onDisconnected` for a connection that has ended, if it has not run yet. */
  deliverDisconnected(deletion: StoredDeletion): Promise<void>;
  /** Runs the hooks that an earlier process did not get to, or that threw. */
  deliverPending(
    connections: readonly StoredConnection[],
    deletions: readonly StoredDeletion[],
  ): Promise<void>;
}

/** Until then the call that changed the row may still be running its hook. */
const redeliverAfterMs = 60_000;

/** Shorter than the time a list waits for Pica, so that a slow hook makes no list stale. */
const hookTimeoutMs = 4_000;

const onTimeout = (): never => {
  throw new Error(`not done after ${hookTimeoutMs / 1000} s`);
};

/**
 * Runs the hooks. Each row stores whether its hook is still to run, and the mark is removed only
 * after the hook has succeeded: a crash or a throw in between leads to another run, never to none.
 */
export function createHookDispatcher(
  hooks: ConnectionHooks,
  store: ConnectStore,
  logger: Logger,
  now: () => number,
  reconnectUrl: (connection: ConnectionRecord) => string | undefined,
): HookDispatcher {
  const run = async (hook: () => void | Promise<void>, markDelivered: () => Promise<unknown>) => {
    try {
      await withTimeout(hookTimeoutMs, async () => hook(), onTimeout);
      await markDelivered();
    } catch (error) {
      logger.error("A hook failed; it runs again when the connections are next synchronized.", {
        ...(error instanceof ProblemError ? { code: error.code } : { error }),
      });
    }
  };

  const deliver: HookDispatcher["deliver"] = async (row) => {
    const { pendingHook, id, identity, key } = row;
    if (pendingHook === null) return;
    const hook = pendingHook === "connected" ? hooks.onConnected : hooks.onReconnected;
    const delivered = { deliveredHook: pendingHook, key };
    await run(
      () => hook?.(toRecord(row)),
      () => store.updateConnection(id, identity, delivered, new Date(now())),
    );
  };
  const deliverAttention = async (row: StoredConnection) => {
    const { attentionEvent: id, identity } = row;
    if (id === null) return;
    const hook = row.needsAttention ? hooks.onNeedsAttention : hooks.onRecovered;
    const connection = toRecord(row);
    await run(
      () => hook?.(connection, { id, reconnectUrl: reconnectUrl(connection) }),
      () => store.updateConnection(row.id, identity, { deliveredAttention: id }, new Date(now())),
    );
  };
  const deliverDisconnected: HookDispatcher["deliverDisconnected"] = async (row) => {
    if (!row.isHookPending || row.completedAt === null) return;
    await run(
      () => hooks.onDisconnected?.(toLastRecord(row)),
      () => store.markDeletionHookDelivered(row.id),
    );
  };

  return {
    afterConnect: hooks.onConnected ? "connected" : null,
    afterReconnect: hooks.onReconnected ? "reconnected" : null,
    afterDisconnect: hooks.onDisconnected !== undefined,
    attention: {
      needsAttention: hooks.onNeedsAttention !== undefined,
      recovered: hooks.onRecovered !== undefined,
    },
    deliver,
    deliverAttention: async (rows, events) => {
      const own = rows.filter(({ attentionEvent: id }) => id !== null && events.has(id));
      await Promise.all(own.map(deliverAttention));
    },
    deliverDisconnected,
    deliverPending: async (connections, deletions) => {
      const due = now() - redeliverAfterMs;
      const waiting = connections.filter((row) => row.updatedAt.getTime() < due);
      await Promise.all([
        ...waiting.map(async (row) => {
          await deliver(row);
          await deliverAttention(row);
        }),
        ...deletions.filter((row) => row.createdAt.getTime() < due).map(deliverDisconnected),
      ]);
    },
  };
}
