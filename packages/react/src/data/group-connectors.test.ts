import { describe, expect, it } from "vitest";
import { connection } from "../connections-list/connections.fixtures.ts";
import { connectors } from "../connector-gallery/connectors.fixtures.ts";
import { type GroupingOptions, groupConnectors, sliceGroups } from "./group-connectors.ts";

const titles = { featured: "Featured", recent: "Recent", more: "More", other: "Other" };
const categories = [
  { name: "CRM", count: 4 },
  { name: null, count: 1 },
];
const catalog = { connectors, categories };
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

  it("groups by category, those without one last", () => {
    const groups = group({ groupBy: "category" });
    expect(groups.map(({ title }) => title)).toEqual(["CRM", "Other"]);
    expect(groups[1]?.connectors.map(({ name }) => name)).toEqual(["Outlook Calendar"]);
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
