import type { Identity } from "../identity/identity.ts";
import type { PicaConnection } from "../pica/parse-rows.ts";
import type { PicaClient } from "../pica/pica-client.ts";
import type { RequestMeter } from "../pica/pica-http.ts";
import type { ConnectStore, FoundConnection, StoredConnection } from "../store/connect-store.ts";
import type { Deletions } from "./deletions.ts";
import type { HookDispatcher } from "./hook-dispatcher.ts";

/** Whether `authorize` lets the viewer connect that platform. */
export type MayConnect = (platform: string) => Promise<boolean>;

export interface SyncOptions {
  store: ConnectStore;
  pica: PicaClient;
  deletions: Deletions;
  hookDispatcher: HookDispatcher;
  /** Connections to other platforms are neither stored nor marked as gone. */
  offersPlatform(platform: string): boolean;
  /** Called with the rows that are new in the table. */
  onFound(rows: readonly StoredConnection[]): Promise<void>;
  now(): number;
}

/** Set by a sweep, which reads only what shows a change, and counts its requests. */
export interface SweepCheck {
  meter: RequestMeter;
}

export interface SyncResult {
  /** Whether every requested page was read. */
  isComplete: boolean;
  /** Whether a sweep left out the inactive connections. */
  isPartial: boolean;
  /** Platforms whose new connections were left out because the viewer may not connect them. */
  unauthorizedPlatforms: ReadonlySet<string>;
}

export const toFoundConnection = ({
  id,
  key,
  platform,
  state,
  name,
}: PicaConnection): FoundConnection => ({
  newRowId: crypto.randomUUID(),
  key,
  picaId: id,
  platform,
  state,
  name,
});

/** Asks `mayConnect` once for each platform, and returns those that it refuses. */
async function findUnauthorized(platforms: Iterable<string>, mayConnect: MayConnect) {
  const refused = new Set<string>();
  const check = async (platform: string) => {
    if (!(await mayConnect(platform))) refused.add(platform);
  };
  await Promise.all(Array.from(new Set(platforms), check));
  return refused;
}

/** Reads one identity's connections at Pica and brings the table in line with them. */
export function createSyncConnections(options: SyncOptions) {
  const { store, pica, deletions, hookDispatcher, offersPlatform, onFound, now } = options;
  const { environment } = pica;

  return async (
    identity: Identity,
    mayConnect: MayConnect,
    sweep?: SweepCheck,
  ): Promise<SyncResult> => {
    // Read before Pica is asked: only a row that was already there can be missing at Pica.
    const [before, open] = await Promise.all([
      store.findConnections({ identity, environment }),
      deletions.processDeletions(identity, sweep?.meter),
    ]);
    const healthy = before.filter((row) => !row.needsAttention && offersPlatform(row.platform));
    const atPica = await pica.connections(
      identity,
      sweep && { meter: sweep.meter, expected: healthy.map(({ key }) => key) },
    );
    const rows = atPica.rows.filter(
      (row) => row.environment === environment && offersPlatform(row.platform),
    );
    const stored = new Map(before.map((row) => [row.key, row]));
    const keysAtPica = new Set(atPica.rows.map((row) => row.key));
    // AuthKit's page does not ask `authorize`, so what was connected there is checked here.
    const unauthorizedPlatforms = await findUnauthorized(
      rows.filter((row) => !stored.has(row.key)).map((row) => row.platform),
      mayConnect,
    );
    const changed = rows.filter((row) => {
      const old = stored.get(row.key);
      if (!old) return !unauthorizedPlatforms.has(row.platform);
      const isNamed = row.name !== null && old.name === null;
      return old.state !== row.state || old.picaId !== row.id || isNamed;
    });
    const isWhole = atPica.isComplete && !atPica.isPartial;
    const missing = isWhole
      ? before.filter(
          (row) => row.state !== "gone" && offersPlatform(row.platform) && !keysAtPica.has(row.key),
        )
      : [];
    let written: StoredConnection[] = [];
    if (changed.length > 0 || missing.length > 0) {
      const found = changed.map(toFoundConnection);
      const gone = missing.map(({ id, key }) => {
        return { id, key, attentionEvent: crypto.randomUUID() };
      });
      written = await store.upsertConnections({
        identity,
        environment,
        found,
        missing: gone,
        pendingHook: hookDispatcher.afterConnect,
        attentionHooks: hookDispatcher.attention,
        now: new Date(now()),
      });
      await onFound(written.filter((row) => !stored.has(row.key)));
      const events = [
        ...found.map(({ newRowId }) => newRowId),
        ...gone.map((one) => one.attentionEvent),
      ];
      await hookDispatcher.deliverAttention(written, new Set(events));
    }
    const hasConnections = before.length > 0 || written.length > 0;
    // A sweep stores its own checks, many at once.
    if (hasConnections && !sweep && !atPica.failure) {
      const checkedAt = new Date(now());
      await store.recordCheck(identity, { environment, checkedAt });
    }
    if (!hasConnections && sweep && atPica.isComplete) {
      await store.removeIdentity(identity, { environment });
    }
    const writtenById = new Map(written.map((row) => [row.id, row]));
    const current = before.map((row) => writtenById.get(row.id) ?? row);
    await hookDispatcher.deliverPending(current, open);
    if (atPica.failure) throw atPica.failure;
    const { isComplete, isPartial } = atPica;
    return { isComplete, isPartial, unauthorizedPlatforms };
  };
}
