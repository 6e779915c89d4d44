import { describe, expect, it } from "vitest";
import { connection } from "../connections-list/connections.fixtures.ts";
import { connectors } from "../connector-gallery/connectors.fixtures.ts";
import { toCatalog } from "./catalog.ts";
import { type GroupingOptions, groupConnectors, sliceGroups } from "./group-connectors.ts";

const titles = { featured: "Featured", recent: "Recent", more: "More", other: "Other" };
const catalog = toCatalog(connectors, "en");
const group = (options: Partial<GroupingOptions>) =>
  groupConnectors(catalog, { featured: [], recent: [], groupBy: "none", titles, ...options });

describe("arranging the catalog", () => {
  it("is one list without a title when nothing is put first", () => {
    expect(group({})).toEqual([{ id: "more", title: null, connectors }]);
  });

  it("puts featured connectors first, in the given order, and repeats none of them", () => {
    const [featured, more] = group({ featured: ["slack", "gmail", "not-enabled"] });
    expect(featured?.connectors.map(({ platform }) => platform)).toEqual(["slack", "gmail"]);
    expect(more?.title).toBe("More");
    expect(more?.connectors).toHaveLength(connectors.length - 2);
  });

  it("puts what was connected last next, each platform once, the newest first", () => {
    const recent = [
      connection({ platform: "zoom", createdAt: "2026-01-01T00:00:00Z" }),
      connection({ platform: "box", createdAt: "2026-02-02T00:00:00Z" }),
      connection({ platform: "zoom", createdAt: "2026-01-02T00:00:00Z" }),
    ];
    const [first] = group({ recent });
    expect(first?.title).toBe("Recent");
    expect(first?.connectors.map(({ platform }) => platform)).toEqual(["box", "zoom"]);
  });

  it("puts larger categories first, and connectors without a category, or alone in one, last", () => {
    const groups = group({ groupBy: "category", featured: ["hubspot"] });
    const sizes = groups.map(({ title, connectors: { length } }) => `${title} ${length}`);
    expect(sizes).toEqual([
      "Featured 1",
      "Project Management 5",
      "CRM 3",
      "Accounting 2",
      "Booking & Scheduling 2",
      "Helpdesk & Ticketing 2",
      "Messaging 2",
      "Other 11",
    ]);
    expect(
      groups
        .at(-1)
        ?.connectors.slice(0, 2)
        .map(({ name }) => name),
    ).toEqual(["Airtable", "Box"]);
    expect(groups.map(({ isCategory = false }) => isCategory).slice(-2)).toEqual([true, false]);
  });

  it("returns one list when every category has a single connector", () => {
    const distinct = ["airtable", "box", "gmail"];
    const some = connectors.filter(({ platform }) => distinct.includes(platform));
    const groups = groupConnectors(toCatalog(some, "en"), {
      featured: [],
      recent: [],
      groupBy: "category",
      titles,
    });
    expect(groups).toEqual([{ id: "more", title: null, connectors: some }]);
  });

  it("slices a window of cards out of the groups", () => {
    const groups = group({ featured: ["slack", "gmail"] });
    const cut = sliceGroups(groups, 1, 4);
    expect(cut.map(({ connectors: part }) => part.map(({ platform }) => platform))).toEqual([
      ["gmail"],
      ["airtable", "asana"],
    ]);
  });
});
