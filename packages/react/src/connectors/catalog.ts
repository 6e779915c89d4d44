import type { Connector, ConnectorsResponse } from "@authkit-ui/contract";
import { inNameOrder } from "./name-order.ts";

/** One category of the catalog. */
export interface ConnectorCategory {
  /** `null`: connectors that have none. */
  name: string | null;
  count: number;
}

/** The catalog, arranged. */
export interface Catalog {
  connectors: Connector[];
  categories: ConnectorCategory[];
}

/** A connector's category, or `null`. */
export const categoryOf = ({ category }: Pick<Connector, "category">): string | null =>
  category?.trim() || null;

/** How many connectors each category has. */
export function countCategories(connectors: readonly Connector[]): Map<string | null, number> {
  // Of ten thousand connectors few differ in it: each is named once.
  const spelled = new Map<string | null, number>();
  for (const { category } of connectors) spelled.set(category, (spelled.get(category) ?? 0) + 1);
  const counts = new Map<string | null, number>();
  for (const [category, count] of spelled) {
    const name = categoryOf({ category });
    counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return counts;
}

const arranged = new WeakMap<ConnectorsResponse, Map<string, Catalog>>();

function arrange({ connectors }: ConnectorsResponse, locale: string): Catalog {
  const counts = countCategories(connectors);
  const named = [...counts].flatMap(([name, count]) => (name === null ? [] : { name, count }));
  const others = counts.get(null);
  return {
    connectors: inNameOrder(connectors, locale),
    categories: [
      ...inNameOrder(named, locale),
      ...(others === undefined ? [] : [{ name: null, count: others }]),
    ],
  };
}

/** Arranges an answer once per language, however many components show it. */
export function catalogOf(answer: ConnectorsResponse, locale: string): Catalog {
  const byLocale = arranged.get(answer) ?? new Map<string, Catalog>();
  arranged.set(answer, byLocale);
  const catalog = byLocale.get(locale) ?? arrange(answer, locale);
  byLocale.set(locale, catalog);
  return catalog;
}
