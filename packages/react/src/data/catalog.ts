import type { Connector, ConnectorsResponse } from "@authkit-ui/contract";

/** One category of the catalog. */
export interface ConnectorCategory {
  /** `null`: connectors that have none. */
  name: string | null;
  /** How many connectors it has. */
  count: number;
}

/** The catalog, sorted. */
export interface Catalog {
  /** Sorted A–Z, unless `orderCatalog` has changed it. */
  readonly connectors: Connector[];
  /** A–Z, connectors without a category last. Sorted when first read. */
  readonly categories: ConnectorCategory[];
}

/** A connector's category, or `null`. */
export const categoryOf = ({ category }: Connector): string | null => category?.trim() || null;

const collators = new Map<string, Intl.Collator>();

/** The order of names in a language: case does not count, and numbers count by their value. */
function getCollator(locale: string): Intl.Collator {
  const collator =
    collators.get(locale) ?? new Intl.Collator(locale, { numeric: true, sensitivity: "base" });
  collators.set(locale, collator);
  return collator;
}

function sortByName<Named extends { name: string }>(all: readonly Named[], locale: string) {
  const { compare } = getCollator(locale);
  return [...all].sort((a, b) => compare(a.name, b.name));
}

function listCategories(connectors: readonly Connector[], locale: string): ConnectorCategory[] {
  const counts = new Map<string | null, number>();
  for (const connector of connectors) {
    const name = categoryOf(connector);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const named = [...counts].flatMap(([name, count]) => (name === null ? [] : { name, count }));
  const others = counts.get(null);
  return [
    ...sortByName(named, locale),
    ...(others === undefined ? [] : [{ name: null, count: others }]),
  ];
}

/** Adds the categories to connectors that are sorted already. */
export function toCatalog(connectors: Connector[], locale: string): Catalog {
  let categories: ConnectorCategory[] | undefined;
  return {
    connectors,
    get categories() {
      categories ??= listCategories(connectors, locale);
      return categories;
    },
  };
}

const catalogs = new WeakMap<ConnectorsResponse, Map<string, Catalog>>();

/**
 * Makes a catalog of an answer of the server, once per language, however many components show it.
 * The server sorts by the rules of English. Other languages have their own, whose data takes the
 * browser longer to load than the gallery takes to draw.
 */
export function buildCatalog(answer: ConnectorsResponse, locale: string): Catalog {
  const byLocale = catalogs.get(answer) ?? new Map<string, Catalog>();
  catalogs.set(answer, byLocale);
  const isEnglish = locale.split("-")[0] === "en";
  const catalog =
    byLocale.get(locale) ??
    toCatalog(isEnglish ? answer.connectors : sortByName(answer.connectors, locale), locale);
  byLocale.set(locale, catalog);
  return catalog;
}
