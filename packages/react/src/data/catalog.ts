import type { Connector, ConnectorsResponse } from "@authkit-ui/contract";
import { sortByName } from "./sort-by-name.ts";

/** One category of the catalog. */
export interface ConnectorCategory {
  /** `null`: connectors that have none. */
  name: string | null;
  count: number;
}

/** The catalog, arranged. */
export interface Catalog {
  readonly connectors: Connector[];
  /** Counted when they are asked for: no first page needs them. */
  readonly categories: ConnectorCategory[];
}

/** A connector's category, or `null`. */
export const categoryOf = ({ category }: Connector): string | null => category?.trim() || null;

/** How many connectors each category has. */
export function countCategories(connectors: readonly Connector[]): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const connector of connectors) {
    const name = categoryOf(connector);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** A catalog whose categories `count` counts, once. */
export function createCatalog(connectors: Connector[], count: () => ConnectorCategory[]): Catalog {
  let categories: ConnectorCategory[] | undefined;
  return {
    connectors,
    get categories() {
      categories ??= count();
      return categories;
    },
  };
}

function categoriesOf(connectors: readonly Connector[], locale: string): ConnectorCategory[] {
  const counts = countCategories(connectors);
  const named = [...counts].flatMap(([name, count]) => (name === null ? [] : { name, count }));
  const others = counts.get(null);
  return [
    ...sortByName(named, locale),
    ...(others === undefined ? [] : [{ name: null, count: others }]),
  ];
}

const arranged = new WeakMap<ConnectorsResponse, Map<string, Catalog>>();

/** Arranges an answer once per language, however many components show it. */
export function buildCatalog(answer: ConnectorsResponse, locale: string): Catalog {
  const byLocale = arranged.get(answer) ?? new Map<string, Catalog>();
  arranged.set(answer, byLocale);
  const { connectors } = answer;
  const catalog =
    byLocale.get(locale) ??
    createCatalog(sortByName(connectors, locale), () => categoriesOf(connectors, locale));
  byLocale.set(locale, catalog);
  return catalog;
}
