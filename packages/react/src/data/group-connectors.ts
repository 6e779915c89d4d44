import type { Connection, Connector } from "@authkit-ui/contract";
import { type Catalog, categoryOf } from "./catalog.ts";

/** One titled group of cards. */
export interface ConnectorGroup {
  id: string;
  /** `null`: one flat list. */
  title: string | null;
  connectors: readonly Connector[];
}

/** How the whole catalog is arranged while nobody searches. */
export interface GroupingOptions {
  /** Platforms, in the order in which they are to be shown. */
  featured: readonly string[];
  /** The viewer's accounts, if those platforms are to come first too. */
  recent: readonly Connection[];
  groupBy: "none" | "category";
  titles: { featured: string; recent: string; more: string; other: string };
}

/** Most connectors in the group "Recently connected": one row of a wide gallery. */
const recentLimit = 4;

/** Featured and recently connected first, then the rest, A–Z or by category; nothing twice. */
export function groupConnectors(catalog: Catalog, options: GroupingOptions): ConnectorGroup[] {
  const { connectors } = catalog;
  const { groupBy, titles } = options;
  const taken = new Set<string>();
  const take = (platforms: Iterable<string>, limit = Number.POSITIVE_INFINITY) => {
    const chosen: Connector[] = [];
    for (const platform of platforms) {
      const connector = connectors.find((other) => other.platform === platform);
      if (!connector || taken.has(platform) || chosen.length >= limit) continue;
      taken.add(platform);
      chosen.push(connector);
    }
    return chosen;
  };
  const byDate = [...options.recent].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  const first = [
    { id: "featured", title: titles.featured, connectors: take(options.featured) },
    {
      id: "recent",
      title: titles.recent,
      connectors: take(
        byDate.map(({ platform }) => platform),
        recentLimit,
      ),
    },
  ].filter((group) => group.connectors.length > 0);

  const rest = taken.size === 0 ? connectors : connectors.filter((c) => !taken.has(c.platform));
  if (groupBy === "none") {
    const title = first.length > 0 ? titles.more : null;
    return [...first, { id: "more", title, connectors: rest }];
  }
  const inCategory = new Map<string | null, Connector[]>();
  for (const connector of rest) {
    const category = categoryOf(connector);
    const others = inCategory.get(category);
    if (others) others.push(connector);
    else inCategory.set(category, [connector]);
  }
  const groups = catalog.categories.map(({ name }) => ({
    id: `category:${name ?? ""}`,
    title: name ?? titles.other,
    connectors: inCategory.get(name) ?? [],
  }));
  return [...first, ...groups.filter((group) => group.connectors.length > 0)];
}

/** The cards `from` to `to` of all groups, counted through: those that are in the document. */
export function sliceGroups(
  groups: readonly ConnectorGroup[],
  from: number,
  to: number,
): ConnectorGroup[] {
  let start = 0;
  const sliced: ConnectorGroup[] = [];
  for (const group of groups) {
    const end = start + group.connectors.length;
    const connectors = group.connectors.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (connectors.length > 0) sliced.push({ ...group, connectors });
    start = end;
  }
  return sliced;
}
