import { type Identity, identityName } from "../identity.ts";
import type { Logger } from "../log/logger.ts";
import type { PicaClient } from "../pica/pica-client.ts";
import type { PicaConnection } from "../pica/rows.ts";
import { ProblemError } from "../problem-error.ts";
import type { ConnectStore, FreshConnection, StoredConnection } from "../store/connect-store.ts";
import type { Deletions } from "./deletions.ts";
import type { Announcer } from "./hooks.ts";

/** Milliseconds in which one identity's connections are walked once, however often they are read. */
const walkInterval = 15_000;
/** The same when the person asked for a fresh look. */
const refreshInterval = 2_000;
/** Identities whose last walk is remembered; the longest unseen is forgotten first. */
const mostRemembered = 10_000;

export interface Reconciler {
  /**
   * Brings the table in line with Pica unless that has just been done. `stale` when the last look
   * did not end whole: what the table says may be old then.
   */
  reconcile(identity: Identity, options?: { refresh?: boolean }): Promise<{ stale: boolean }>;
  /** Something changed: the next read looks again. */
  invalidate(identity: Identity): void;
}

export interface ReconcilerOptions {
  store: ConnectStore;
  pica: PicaClient;
  deletions: Deletions;
  announcer: Announcer;
  /** Rows of other platforms are neither stored nor missed. */
  allows(platform: string): boolean;
  /** Called with rows that are new in the table. */
  onFound(rows: readonly StoredConnection[]): Promise<void>;
  announceConnected: boolean;
  logger: Logger;
  now(): number;
}

interface Memory {
  running: Promise<void> | null;
  finishedAt: number;
  stale: boolean;
  /** Set while a walk runs that may have begun before the change. */
  outdated: boolean;
}

export const toFresh = ({ id, key, platform, state, name }: PicaConnection): FreshConnection => ({
  id: crypto.randomUUID(),
  key,
  picaId: id,
  platform,
  state,
  name,
});

export function createReconciler(options: ReconcilerOptions): Reconciler {
  const { store, pica, deletions, announcer, allows, onFound, announceConnected, logger, now } =
    options;
  const memories = new Map<string, Memory>();

  function memoryOf(identity: Identity): Memory {
    const name = identityName(identity);
    const memory = memories.get(name) ?? {
      running: null,
      finishedAt: Number.NEGATIVE_INFINITY,
      stale: true,
      outdated: false,
    };
    memories.delete(name);
    memories.set(name, memory);
    if (memories.size > mostRemembered) {
      const [oldest] = memories.keys();
      if (oldest !== undefined) memories.delete(oldest);
    }
    return memory;
  }

  /** One look at Pica; true when it ended whole. */
  async function walk(identity: Identity): Promise<boolean> {
    const { environment } = pica;
    // Read before Pica is: only a row that was there when the look began can be missing from it.
    const [before, open] = await Promise.all([
      store.findConnections({ identity, environment }),
      deletions.settle(identity),
    ]);
    const found = await pica.connections(identity);
    const rows = found.rows.filter(
      (row) => row.environment === environment && allows(row.platform),
    );
    const known = new Map(before.map((row) => [row.key, row]));
    const seen = new Set(found.rows.map((row) => row.key));
    const changed = rows.filter((row) => {
      const old = known.get(row.key);
      const isNamed = row.name !== null && old?.name === null;
      return !old || old.state !== row.state || old.picaId !== row.id || isNamed;
    });
    const gone = found.whole
      ? before.filter((row) => row.state !== "gone" && allows(row.platform) && !seen.has(row.key))
      : [];
    if (changed.length > 0 || gone.length > 0) {
      const written = await store.saveConnections({
        identity,
        environment,
        fresh: changed.map(toFresh),
        gone: gone.map(({ id, key }) => ({ id, key })),
        announce: announceConnected ? "connected" : null,
        now: new Date(now()),
      });
      await onFound(written.filter((row) => !known.has(row.key)));
    }
    await announcer.catchUp(before, open);
    if (found.failure) throw found.failure;
    return found.whole;
  }

  async function run(identity: Identity, memory: Memory): Promise<void> {
    memory.outdated = false;
    try {
      memory.stale = !(await walk(identity));
    } catch (error) {
      memory.stale = true;
      const code = error instanceof ProblemError ? error.code : "internal";
      logger.warn("Connections could not be compared with Pica; the table answers.", { code });
    } finally {
      memory.finishedAt = memory.outdated ? Number.NEGATIVE_INFINITY : now();
      memory.running = null;
    }
  }

  return {
    reconcile: async (identity, { refresh = false } = {}) => {
      const memory = memoryOf(identity);
      if (memory.running && memory.outdated) await memory.running;
      const age = now() - memory.finishedAt;
      if (!memory.running && age >= (refresh ? refreshInterval : walkInterval)) {
        memory.running = run(identity, memory);
      }
      await memory.running;
      return { stale: memory.stale };
    },
    invalidate: (identity) => {
      const memory = memoryOf(identity);
      memory.finishedAt = Number.NEGATIVE_INFINITY;
      memory.outdated = memory.running !== null;
    },
  };
}
