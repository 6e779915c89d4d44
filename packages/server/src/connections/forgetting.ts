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
 * What has become of everything that somebody connected. It counts from the first call of
 * `connect.forget` for them, also what an earlier process did. That Pica has deleted a connection is
 * not known to revoke the access at the provider: only the person can be sure of that, on the
 * provider's own page.
 */
export interface ForgetReceipt {
  identity: Identity;
  /** How many connections Pica deleted. */
  deleted: number;
  /** How many Pica did not have any more; also one whose deletion a killed process did not note. */
  alreadyGone: number;
  /** What could not be deleted yet. The next sweep tries again. */
  pending: PendingDeletion[];
  /**
   * Whether everything is done: nothing is pending, Pica's own list was read to its end, and
   * `onDisconnected` has run for each connection.
   */
  isComplete: boolean;
}

/** A connection that is still to be deleted. */
export interface PendingDeletion {
  connectionId: string;
  platform: string;
  /** ISO 8601: when Pica takes requests again; absent when it did not say. */
  retryAt?: string | undefined;
}

export interface Forgetting {
  /** Deletes everything of the identity, or goes on with it. `failure` is what Pica refused last. */
  forget(
    identity: Identity,
    meter?: RequestMeter,
  ): Promise<{ receipt: ForgetReceipt; failure: ProblemError | null }>;
}

export interface ForgettingOptions {
  store: ConnectStore;
  pica: PicaClient;
  deletions: Deletions;
  hookDispatcher: HookDispatcher;
  reconciler: Reconciler;
  now(): number;
}

const problemOf = (error: unknown) => (error instanceof ProblemError ? error : null);

export function createForgetting(options: ForgettingOptions): Forgetting {
  const { store, pica, deletions, hookDispatcher, reconciler, now } = options;
  const environment: ConnectionEnvironment = pica.environment;

  const findOpen = (identity: Identity) =>
    store.findDeletions({ open: true, identity, environment });

  /**
   * Completes what is open, some at a time, until nothing is left or Pica refuses, and runs the hooks,
   * also those of deletions that another process has completed.
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
          // The others would be refused as well.
          if (failure?.code === "upstream_rate_limited") return failure;
        }
      }
    }
  }

  /** What Pica has beside what the table has gets rows, so that it is deleted in the same way. */
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
      const pendingHook = hookDispatcher.afterDisconnect;
      const begin = () =>
        store.beginForgetting(identity, { environment, pendingHook, now: new Date(now()) });
      // Stored before Pica is asked, so that a sweep goes on with it after a crash.
      const since = await begin();
      const atPica = await addUnknown(identity, meter);
      await begin();
      const failure = (await completeAll(identity, meter)) ?? problemOf(atPica.failure);
      reconciler.invalidate(identity);
      const { deleted, absent } = await store.countDeletions(identity, { environment, since });
      const left = await findOpen(identity);
      // Also what was connected meanwhile, or whose deletion somebody else has withdrawn.
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

/** One for each connection: each attempt to disconnect it has a deletion of its own. */
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
