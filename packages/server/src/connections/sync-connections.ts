import type { Identity } from "../identity/identity.ts";
import type { PicaConnection } from "../pica/parse-rows.ts";
import type { PicaClient } from "../pica/pica-client.ts";
import type { ConnectStore, FreshConnection, StoredConnection } from "../store/connect-store.ts";
import type { Deletions } from "./deletions.ts";
import type { Announcer } from "./hook-dispatcher.ts";

/** Whether the product lets whoever looks connect that platform. */
export type MayConnect = (platform: string) => Promise<boolean>;

export interface LookOptions {
  store: ConnectStore;
  pica: PicaClient;
  deletions: Deletions;
  announcer: Announcer;
  /** Rows of other platforms are neither stored nor missed. */
  allows(platform: string): boolean;
  /** Called with rows that are new in the table. */
  onFound(rows: readonly StoredConnection[]): Promise<void>;
  announceConnected: boolean;
  now(): number;
}

/** How a look at Pica ended. */
export interface Looked {
  whole: boolean;
  /** Platforms of which rows stayed out because who looked may not connect them. */
  withheld: ReadonlySet<string>;
}

export const toFresh = ({ id, key, platform, state, name }: PicaConnection): FreshConnection => ({
  id: crypto.randomUUID(),
  key,
  picaId: id,
  platform,
  state,
  name,
});

/** The platforms, each asked for once, that whoever looks may not connect. */
async function forbidden(platforms: Iterable<string>, mayConnect: MayConnect) {
  const withheld = new Set<string>();
  const ask = async (platform: string) => {
    if (!(await mayConnect(platform))) withheld.add(platform);
  };
  await Promise.all(Array.from(new Set(platforms), ask));
  return withheld;
}

/** One look at Pica for one identity, and what follows from it for the table. */
export function createLook(options: LookOptions) {
  const { store, pica, deletions, announcer, allows, onFound, announceConnected, now } = options;
  const { environment } = pica;

  return async (identity: Identity, mayConnect: MayConnect): Promise<Looked> => {
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
    // AuthKit's page knows nothing of `authorize`: what it connected comes in here or not at all.
    const newcomers = rows.filter((row) => !known.has(row.key));
    const withheld = await forbidden(
      newcomers.map((row) => row.platform),
      mayConnect,
    );
    const changed = rows.filter((row) => {
      const old = known.get(row.key);
      if (!old) return !withheld.has(row.platform);
      const isNamed = row.name !== null && old.name === null;
      return old.state !== row.state || old.picaId !== row.id || isNamed;
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
    return { whole: found.whole, withheld };
  };
}
