import type { Connector } from "@authkit-ui/contract";
import { type Catalog, categoryOf, toCatalog } from "./catalog.ts";

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
  locale: string,
): Catalog {
  if (!platforms && !excludePlatforms) return catalog;
  const included = platforms && new Set(platforms);
  const excluded = new Set(excludePlatforms);
  const connectors = catalog.connectors.filter(
    ({ platform }) => !excluded.has(platform) && (included?.has(platform) ?? true),
  );
  return toCatalog(connectors, locale);
}

/** Whether a connector is in a category; an empty text stands for those without one. */
export const isInCategory = (connector: Connector, category: string): boolean =>
  (categoryOf(connector) ?? "") === category;
