import type { Connector, ConnectorsResponse } from "@authkit-ui/contract";
import { orderOf } from "./name-order.ts";

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

const arranged = new WeakMap<ConnectorsResponse, Map<string, Catalog>>();

function arrange({ connectors }: ConnectorsResponse, locale: string): Catalog {
  const counts = countCategories(connectors);
  const names = [...connectors.map(({ name }) => name), ...counts.keys()];
  const compare = orderOf(
    names.filter((name) => name !== null),
    locale,
  );
  return {
    connectors: [...connectors].sort((a, b) => compare(a.name, b.name)),
    categories: [...counts]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) =>
        a.name === null || b.name === null
          ? Number(a.name === null) - Number(b.name === null)
          : compare(a.name, b.name),
      ),
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
