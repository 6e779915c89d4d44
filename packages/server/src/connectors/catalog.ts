import type { Connector } from "@authkit-ui/contract";
import { ProblemError } from "../errors/problem-error.ts";

/** Milliseconds for which the catalog counts as fresh. */
const freshFor = 5 * 60_000;
/** Milliseconds before a failed refresh is tried again, unless Pica said otherwise. */
const pauseAfterFailure = 10_000;

/** The order of names: case does not count, and numbers count by their value. */
const byName = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** One reading of the catalog, A–Z by name; a later one is another object. */
export interface CatalogSnapshot {
  readonly connectors: readonly Connector[];
  readonly byPlatform: ReadonlyMap<string, Connector>;
}

export interface Catalog {
  /**
   * The catalog: at once from memory if it was ever read, however old (a refresh then runs beside
   * it), else from Pica, once for any number of callers.
   */
  read(): Promise<CatalogSnapshot>;
  /** The catalog if it was ever read; asks nobody. */
  peek(): CatalogSnapshot | null;
}

export interface CatalogOptions {
  load(): Promise<Connector[]>;
  /** The product's allow list; absent: everything. */
  platforms: ReadonlySet<string> | null;
  now(): number;
  onWarning(message: string, fields: Record<string, unknown>): void;
}

export function createCatalog({ load, platforms, now, onWarning }: CatalogOptions): Catalog {
  let snapshot: CatalogSnapshot | null = null;
  let staleAt = 0;
  let loading: Promise<CatalogSnapshot> | null = null;

  async function refresh(): Promise<CatalogSnapshot> {
    try {
      const loaded = await load();
      const connectors = loaded
        .filter(({ platform }) => platforms?.has(platform) ?? true)
        .sort((a, b) => byName.compare(a.name, b.name));
      snapshot = {
        connectors,
        byPlatform: new Map(connectors.map((connector) => [connector.platform, connector])),
      };
      staleAt = now() + freshFor;
      return snapshot;
    } catch (error) {
      const wait = error instanceof ProblemError && error.retryAfter;
      staleAt = now() + (wait ? wait * 1000 : pauseAfterFailure);
      throw error;
    } finally {
      loading = null;
    }
  }

  return {
    peek: () => snapshot,
    read: () => {
      if (snapshot && now() < staleAt) return Promise.resolve(snapshot);
      loading ??= refresh();
      if (!snapshot) return loading;
      loading.catch((error: unknown) => {
        const code = error instanceof ProblemError ? error.code : "internal";
        onWarning("The catalog could not be refreshed; the last one is served.", { code });
      });
      return Promise.resolve(snapshot);
    },
  };
}
