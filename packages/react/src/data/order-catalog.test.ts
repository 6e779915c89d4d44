import { expect, it } from "vitest";
import { connectors } from "../connector-gallery/connectors.fixtures.ts";
import { toCatalog } from "./catalog.ts";
import { orderCatalog } from "./order-catalog.ts";

const actions: Record<string, number> = { slack: 306, gmail: 79, notion: 79 };
const catalog = toCatalog(
  connectors.map((one) => ({ ...one, actionCount: actions[one.platform] ?? 1 })),
  "en",
);

it("puts connectors with the most actions first, and equal ones A–Z", () => {
  const { connectors: ordered, categories } = orderCatalog(catalog, "popular", "en");
  const names = ordered.map(({ name }) => name);
  expect(names.slice(0, 5)).toEqual(["Slack", "Gmail", "Notion", "Airtable", "Asana"]);
  expect(categories).toEqual(catalog.categories);
  expect(orderCatalog(catalog, "name", "en")).toBe(catalog);
});

it("returns the same array for the same catalog, so that its search index is built once", () => {
  const twice = [1, 2].map(() => orderCatalog(catalog, "popular", "en").connectors);
  expect(twice[0]).toBe(twice[1]);
});
