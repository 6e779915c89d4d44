import type { ConnectionEnvironment } from "@authkit-ui/contract";
import { ProblemError } from "../errors/problem-error.ts";
import type { Identity } from "../identity/identity.ts";
import type { PicaClient } from "../pica/pica-client.ts";
import type { RequestMeter } from "../pica/pica-http.ts";
import type { ConnectStore, StoredConnection, StoredDeletion } from "../store/connect-store.ts";
import type { Deletions } from "./deletions.ts";
import type { HookDispatcher } from "./hook-dispatcher.ts";
import type { Reconciler } from "./reconciler.ts";
import { toFoundConnection } from "./sync-connections.ts";

/**
 * What `connect.forget` has deleted so far. It counts from the first call for the identity,
 * including the work of earlier processes. Pica's deletion is not known to revoke the access at the
 * provider. Only the person can do that for certain, on the provider's own page.
 */
export interface ForgetReceipt {
  identity: Identity;
  /** How many connections Pica deleted. */
  deleted: number;
  /** How many Pica no longer had. Includes deletions that a killed process could not record. */
  alreadyGone: number;
  /** Connections that could not be deleted yet. The next sweep tries again. */
  pending: PendingDeletion[];
  /**
   * Whether nothing is pending, Pica's own list was read to its end, and `onDisconnected` has run
   * for each connection.
   */
  isComplete: boolean;
}

/** A connection that is still to be deleted. */
export interface PendingDeletion {
  connectionId: string;
  platform: string;
  /** When Pica takes requests again (ISO 8601). Absent when Pica did not say. */
  retryAt?: string | undefined;
}

export interface IdentityEraser {
  /**
   * Deletes everything of the identity, or continues an earlier call. `failure` is Pica's last
   * refusal.
   */
  forget(
    identity: Identity,
    meter?: RequestMeter,
  ): Promise<{ receipt: ForgetReceipt; failure: ProblemError | null }>;
}

export interface IdentityEraserOptions {
  store: ConnectStore;
  pica: PicaClient;
  deletions: Deletions;
  hookDispatcher: HookDispatcher;
  reconciler: Reconciler;
  now(): number;
}

const problemOf = (error: unknown) => (error instanceof ProblemError ? error : null);

export function createIdentityEraser(options: IdentityEraserOptions): IdentityEraser {
  const { store, pica, deletions, hookDispatcher, reconciler, now } = options;
  const environment: ConnectionEnvironment = pica.environment;

  const findOpen = (identity: Identity) =>
    store.findDeletions({ open: true, identity, environment });

  /**
   * Completes open deletions in batches until none is left or Pica refuses. Runs their hooks,
   * including those of deletions that another process has completed.
   */
  async function completeAll(identity: Identity, meter: RequestMeter | undefined) {
    const tried = new Set<string>();
    let failure: ProblemError | null = null;
    for (;;) {
      const open = (await findOpen(identity)).filter(({ id }) => !tried.has(id));
      if (open.length === 0) return failure;
      for (const deletion of open) {
        tried.add(deletion.id);
        try {
          const isOpen = deletion.completedAt === null;
          const completed = isOpen ? await deletions.complete(deletion, meter) : deletion;
          if (!completed) continue;
          tried.add(completed.id);
          await hookDispatcher.deliverDisconnected(completed);
        } catch (error) {
          failure = problemOf(error);
          // Pica would refuse the others as well.
          if (failure?.code === "upstream_rate_limited") return failure;
        }
      }
    }
  }

  /** Stores rows for connections that only Pica has, so that they are deleted in the same way. */
  async function addUnknown(identity: Identity, meter: RequestMeter | undefined) {
    const atPica = await pica.connections(identity, { meter });
    const rows = atPica.rows.filter((row) => row.environment === environment);
    if (rows.length > 0) {
      await store.upsertConnections({
        identity,
        environment,
        found: rows.map(toFoundConnection),
        missing: [],
        pendingHook: null,
        now: new Date(now()),
      });
    }
    return atPica;
  }

  return {
    forget: async (identity, meter) => {
      const isHookPending = hookDispatcher.afterDisconnect;
      const begin = () =>
        store.beginForgetting(identity, { environment, isHookPending, now: new Date(now()) });
      // Stored before Pica is called, so that a sweep continues after a crash.
      const since = await begin();
      const atPica = await addUnknown(identity, meter);
      await begin();
      const failure = (await completeAll(identity, meter)) ?? problemOf(atPica.failure);
      reconciler.invalidate(identity);
      const { deleted, absent } = await store.countDeletions(identity, { environment, since });
      const left = await findOpen(identity);
      // Includes connections that were made meanwhile, or whose deletion another call has
      // withdrawn.
      const kept = await store.findConnections({ identity, environment });
      const isComplete = atPica.isComplete && left.length === 0 && kept.length === 0;
      if (isComplete) await store.removeIdentity(identity, { environment });
      const retryAt =
        failure?.retryAfter === undefined
          ? undefined
          : new Date(now() + failure.retryAfter * 1000).toISOString();
      return {
        receipt: {
          identity,
          deleted,
          alreadyGone: absent,
          pending: pendingOf(left, kept, retryAt),
          isComplete,
        },
        failure,
      };
    },
  };
}

/** One entry for each connection, because each attempt to disconnect it has its own deletion. */
function pendingOf(
  left: readonly StoredDeletion[],
  kept: readonly StoredConnection[],
  retryAt: string | undefined,
): PendingDeletion[] {
  const open = left.filter(({ completedAt }) => completedAt === null);
  const pending = new Map([
    ...kept.map(({ id, key, platform }) => [key, { connectionId: id, platform }] as const),
    ...open.map(({ connectionId, key, platform }) => [key, { connectionId, platform }] as const),
  ]);
  return Array.from(pending.values(), (one) => ({ ...one, ...(retryAt && { retryAt }) }));
}
