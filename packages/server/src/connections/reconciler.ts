import { ProblemError } from "../errors/problem-error.ts";
import { type Identity, identityName } from "../identity/identity.ts";
import type { Logger } from "../log/logger.ts";
import { createLook, type LookOptions, type MayConnect } from "./sync-connections.ts";

/** Milliseconds in which one identity's connections are walked once, however often they are read. */
const walkInterval = 15_000;
/** The same when the person asked for a fresh look. */
const refreshInterval = 2_000;
/** Identities whose last walk is remembered; the longest unseen is forgotten first. */
const mostRemembered = 10_000;

export interface ReconcileOptions {
  /** A connection that is not yet known comes in only if this allows its platform. */
  mayConnect: MayConnect;
  refresh?: boolean | undefined;
}

export interface Reconciler {
  /**
   * Brings the table in line with Pica unless that has just been done. `stale` when the last look
   * did not end whole: what the table says may be old then.
   */
  reconcile(identity: Identity, options: ReconcileOptions): Promise<{ stale: boolean }>;
  /** Something changed: the next read looks again. */
  invalidate(identity: Identity): void;
}

export interface ReconcilerOptions extends LookOptions {
  logger: Logger;
}

interface Memory {
  running: Promise<void> | null;
  finishedAt: number;
  stale: boolean;
  /** Platforms that the last look left out for the sake of who looked. */
  withheld: ReadonlySet<string>;
  /** Set while a walk runs that may have begun before the change. */
  outdated: boolean;
}

const nothing: ReadonlySet<string> = new Set();

/** Whether a look of this viewer's own would bring in what the last one left out. */
async function mayHaveMore({ withheld }: Memory, mayConnect: MayConnect): Promise<boolean> {
  for (const platform of withheld) if (await mayConnect(platform)) return true;
  return false;
}

export function createReconciler(options: ReconcilerOptions): Reconciler {
  const { logger, now } = options;
  const look = createLook(options);
  const memories = new Map<string, Memory>();

  function memoryOf(identity: Identity): Memory {
    const name = identityName(identity);
    const memory = memories.get(name) ?? {
      running: null,
      finishedAt: Number.NEGATIVE_INFINITY,
      stale: true,
      withheld: nothing,
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

  async function run(identity: Identity, memory: Memory, mayConnect: MayConnect): Promise<void> {
    memory.outdated = false;
    memory.withheld = nothing;
    try {
      const { whole, withheld } = await look(identity, mayConnect);
      memory.stale = !whole;
      memory.withheld = withheld;
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
    reconcile: async (identity, { mayConnect, refresh = false }) => {
      const memory = memoryOf(identity);
      if (memory.running && memory.outdated) await memory.running;
      const age = now() - memory.finishedAt;
      const isOwn = !memory.running && age >= (refresh ? refreshInterval : walkInterval);
      if (isOwn) memory.running = run(identity, memory, mayConnect);
      await memory.running;
      // A group's members share a look, and may differ in what they may connect.
      if (!isOwn && (await mayHaveMore(memory, mayConnect))) {
        memory.running ??= run(identity, memory, mayConnect);
        await memory.running;
      }
      return { stale: memory.stale };
    },
    invalidate: (identity) => {
      const memory = memoryOf(identity);
      memory.finishedAt = Number.NEGATIVE_INFINITY;
      memory.outdated = memory.running !== null;
    },
  };
}
