import type { Connector } from "@authkit-ui/contract";
import { type Catalog, toCatalog } from "./catalog.ts";

/** Which connectors come first: those with the most actions, or A–Z. */
export type ConnectorOrder = "popular" | "name";

const sorted = new WeakMap<readonly Connector[], Connector[]>();

/**
 * Puts connectors with the most actions first, and keeps equal ones A–Z. Each array is sorted once.
 */
function sortByActions(connectors: Connector[]): Connector[] {
  const known =
    sorted.get(connectors) ?? [...connectors].sort((a, b) => b.actionCount - a.actionCount);
  sorted.set(connectors, known);
  return known;
}

/** Sorts the catalog, which is A–Z, as a gallery shows it. */
export const orderCatalog = (catalog: Catalog, order: ConnectorOrder, locale: string): Catalog =>
  order === "name" ? catalog : toCatalog(sortByActions(catalog.connectors), locale);
