import type { Connector } from "@authkit-ui/contract";
import { type Catalog, categoryOf, countCategories, createCatalog } from "./catalog.ts";

/** Which part of the catalog a gallery offers. */
export interface ConnectorFilter {
  /** Only these; `undefined`: all. */
  platforms: readonly string[] | undefined;
  /** Never these. */
  excludePlatforms: readonly string[] | undefined;
}

/** The part of the catalog that is offered, and its categories. */
export function filterConnectors(
  catalog: Catalog,
  { platforms, excludePlatforms }: ConnectorFilter,
): Catalog {
  if (!platforms && !excludePlatforms) return catalog;
  const only = platforms && new Set(platforms);
  const never = new Set(excludePlatforms);
  const offered = catalog.connectors.filter(
    ({ platform }) => !never.has(platform) && (only?.has(platform) ?? true),
  );
  return createCatalog(offered, () => {
    const counts = countCategories(offered);
    return catalog.categories
      .map(({ name }) => ({ name, count: counts.get(name) ?? 0 }))
      .filter(({ count }) => count > 0);
  });
}

/** Whether a connector is in a category; an empty text: in none. */
export const isInCategory = (connector: Connector, category: string): boolean =>
  (categoryOf(connector) ?? "") === category;
