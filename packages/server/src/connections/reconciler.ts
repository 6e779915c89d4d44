import { ProblemError } from "../errors/problem-error.ts";
import { type Identity, identityName } from "../identity/identity.ts";
import type { Logger } from "../log/logger.ts";
import {
  createSyncConnections,
  type MayConnect,
  type SweepCheck,
  type SyncOptions,
} from "./sync-connections.ts";

/** However often one identity's connections are read, they are synchronized once in this time. */
const syncIntervalMs = 15_000;
/** The same for a read that the person asked to be fresh. */
const refreshIntervalMs = 2_000;
/** Identities whose last synchronization is kept; the least recently used is dropped first. */
const maxIdentities = 10_000;

export interface ReconcileOptions {
  /** Connections that are not stored yet are only stored if this allows their platform. */
  mayConnect: MayConnect;
  refresh?: boolean | undefined;
  sweep?: SweepCheck | undefined;
}

export interface Reconciler {
  /**
   * Synchronizes the table with Pica unless that has just been done. `stale` is true when the last
   * synchronization did not read everything, so the table may be out of date; `failure` is why, if
   * Pica did not answer.
   */
  reconcile(
    identity: Identity,
    options: ReconcileOptions,
  ): Promise<{ stale: boolean; failure?: ProblemError | null | undefined }>;
  /** Makes the next read synchronize again, because something has changed. */
  invalidate(identity: Identity): void;
}

export interface ReconcilerOptions extends SyncOptions {
  logger: Logger;
}

interface SyncState {
  running: Promise<void> | null;
  finishedAt: number;
  stale: boolean;
  failure: ProblemError | null;
  /** Whether the last synchronization was a sweep's partial one, which is not enough for a list. */
  isPartial: boolean;
  /** Platforms that the last synchronization left out because its viewer may not connect them. */
  unauthorizedPlatforms: ReadonlySet<string>;
  /** Whether something changed while a synchronization was running. */
  dirty: boolean;
}

/** Whether this viewer's own synchronization would store what the last one left out. */
async function mayFindMore(
  { unauthorizedPlatforms }: SyncState,
  mayConnect: MayConnect,
): Promise<boolean> {
  for (const platform of unauthorizedPlatforms) if (await mayConnect(platform)) return true;
  return false;
}

export function createReconciler(options: ReconcilerOptions): Reconciler {
  const { logger, now } = options;
  const syncConnections = createSyncConnections(options);
  const states = new Map<string, SyncState>();

  function stateOf(identity: Identity): SyncState {
    const name = identityName(identity);
    const state = states.get(name) ?? {
      running: null,
      finishedAt: Number.NEGATIVE_INFINITY,
      stale: true,
      failure: null,
      isPartial: false,
      unauthorizedPlatforms: new Set<string>(),
      dirty: false,
    };
    states.delete(name);
    states.set(name, state);
    if (states.size > maxIdentities) {
      const [oldest] = states.keys();
      if (oldest !== undefined) states.delete(oldest);
    }
    return state;
  }

  async function sync(
    identity: Identity,
    state: SyncState,
    { mayConnect, sweep }: ReconcileOptions,
  ): Promise<void> {
    state.dirty = false;
    state.failure = null;
    state.isPartial = false;
    state.unauthorizedPlatforms = new Set();
    try {
      const result = await syncConnections(identity, mayConnect, sweep);
      const { isComplete, isPartial, unauthorizedPlatforms } = result;
      state.stale = !isComplete;
      state.isPartial = isPartial;
      state.unauthorizedPlatforms = unauthorizedPlatforms;
    } catch (error) {
      state.stale = true;
      state.failure = error instanceof ProblemError ? error : null;
      logger.warn("Connections could not be compared with Pica; the table answers.", {
        code: state.failure?.code ?? "internal",
        ...(state.failure && { detail: state.failure.message }),
      });
    } finally {
      state.finishedAt = state.dirty ? Number.NEGATIVE_INFINITY : now();
      state.running = null;
    }
  }

  return {
    reconcile: async (identity, options) => {
      const { mayConnect, refresh = false, sweep } = options;
      const state = stateOf(identity);
      if (state.running && state.dirty) await state.running;
      const age = now() - state.finishedAt;
      const isDue = !state.running && age >= (refresh ? refreshIntervalMs : syncIntervalMs);
      if (isDue) state.running = sync(identity, state, options);
      await state.running;
      if (state.isPartial && !sweep) {
        state.running ??= sync(identity, state, options);
        await state.running;
      }
      // Members of a group share a synchronization, and may differ in what they may connect.
      if (!isDue && (await mayFindMore(state, mayConnect))) {
        state.running ??= sync(identity, state, options);
        await state.running;
      }
      return { stale: state.stale, failure: state.failure };
    },
    invalidate: (identity) => {
      const state = stateOf(identity);
      state.finishedAt = Number.NEGATIVE_INFINITY;
      state.dirty = state.running !== null;
    },
  };
}
