import type { Connector } from "@authkit-ui/contract";
import type { Catalog, ConnectorCategory } from "./catalog.ts";

/** Which part of the catalog a gallery offers. */
export interface Offer {
  /** Only these; `undefined`: all. */
  platforms: readonly string[] | undefined;
  /** Never these. */
  excludePlatforms: readonly string[] | undefined;
}

/** The part of the catalog that is offered, and its categories. */
export function offeredConnectors(
  { connectors, categories }: Catalog,
  { platforms, excludePlatforms }: Offer,
): Catalog {
  if (!platforms && !excludePlatforms) return { connectors, categories };
  const only = platforms && new Set(platforms);
  const never = new Set(excludePlatforms);
  const offered = connectors.filter(
    ({ platform }) => !never.has(platform) && (only?.has(platform) ?? true),
  );
  return { connectors: offered, categories: countCategories(offered, categories) };
}

/** Whether a connector is in a category; an empty text: in none. */
export const isInCategory = (connector: Connector, category: string): boolean =>
  (connector.category?.trim() ?? "") === category;

function countCategories(
  connectors: readonly Connector[],
  categories: readonly ConnectorCategory[],
): ConnectorCategory[] {
  const counts = new Map<string, number>();
  for (const { category } of connectors) {
    const name = category?.trim() ?? "";
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return categories
    .map(({ name }) => ({ name, count: counts.get(name ?? "") ?? 0 }))
    .filter(({ count }) => count > 0);
}
