import type { Connection, Connector } from "@authkit-ui/contract";
import { type Catalog, categoryOf } from "./catalog.ts";

/** One titled group of cards. */
export interface ConnectorGroup {
  id: string;
  /** `null`: one flat list. */
  title: string | null;
  connectors: readonly Connector[];
  /** Whether the group is a category, so that its cards need not repeat it. */
  isCategory?: boolean | undefined;
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

/** Featured and recently connected first, then the rest, as one list or by category; nothing twice. */
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
  const more = { id: "more", title: first.length > 0 ? titles.more : null, connectors: rest };
  if (groupBy === "none") return [...first, more];
  const groups = groupByCategory(rest, catalog, titles.other);
  // Headings would not help if every category had a single connector.
  return groups.length > 1 ? [...first, ...groups] : [...first, more];
}

/**
 * Larger categories come first. Those of one connector, which would each need a heading, join the
 * last group.
 */
function groupByCategory(
  connectors: readonly Connector[],
  { categories }: Catalog,
  otherTitle: string,
): ConnectorGroup[] {
  const members = new Map<string | null, Connector[]>();
  for (const connector of connectors) {
    const category = categoryOf(connector);
    const others = members.get(category);
    if (others) others.push(connector);
    else members.set(category, [connector]);
  }
  const groups = categories.flatMap(({ name }): ConnectorGroup[] => {
    const inGroup = members.get(name) ?? [];
    if (name === null || inGroup.length < 2) return [];
    return [{ id: `category:${name}`, title: name, connectors: inGroup, isCategory: true }];
  });
  groups.sort((a, b) => b.connectors.length - a.connectors.length);
  const grouped = new Set(groups.map(({ title }) => title));
  const others = connectors.filter((connector) => !grouped.has(categoryOf(connector)));
  if (others.length > 0) groups.push({ id: "other", title: otherTitle, connectors: others });
  return groups;
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
