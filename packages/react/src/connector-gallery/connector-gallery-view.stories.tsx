import type { Connector } from "@authkit-ui/contract";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { connections } from "../connections-list/connections.fixtures.ts";
import { groupConnectors } from "../data/group-connectors.ts";
import { en } from "../messages/en.ts";
import { here } from "../ui/lazy-module.fixtures.ts";
import { ConnectorGalleryView } from "./connector-gallery-view.tsx";
import { connectors } from "./connectors.fixtures.ts";
import { connectionsByPlatform, galleryCard } from "./gallery-cards.ts";
import * as galleryParts from "./gallery-parts.ts";

const byPlatform = connectionsByPlatform(connections);
const cards =
  (facts: { busy?: string; failed?: string; unavailable?: string } = {}) =>
  (connector: Connector) => {
    const { platform } = connector;
    const offered: Connector =
      facts.unavailable === platform
        ? { ...connector, unavailable: "Your plan does not include this integration." }
        : connector;
    return galleryCard(offered, byPlatform.get(platform) ?? [], {
      isBusy: facts.busy === platform,
      hasFailed: facts.failed === platform,
    });
  };

const counts = new Map<string | null, number>();
for (const { category } of connectors) counts.set(category, (counts.get(category) ?? 0) + 1);
const categories = [...counts]
  .map(([name, count]) => ({ name, count }))
  .sort((a, b) => (a.name ?? "~").localeCompare(b.name ?? "~"));
const catalog = { connectors, categories };
const nothing = { connectors: [], categories: [] };

const titles = { ...en.gallery, other: en.gallery.otherCategory };
const grouped = (featured: string[], groupBy: "none" | "category") =>
  groupConnectors(catalog, { featured, recent: [], groupBy, titles });
const found = (part: Connector[]) => [{ id: "found", title: null, connectors: part }];
const crm = connectors.filter(({ category }) => category === "CRM");

const whole = {
  from: 0,
  to: 24,
  next: 4,
  previous: 0,
  showNext: () => {},
  showPrevious: () => {},
};
const short = { ...whole, to: 6, next: 0 };

const meta = {
  title: "Components/Connector gallery/States",
  component: ConnectorGalleryView,
  tags: ["!autodocs"],
  args: {
    state: "ready",
    groups: grouped([], "none"),
    window: whole,
    total: connectors.length,
    catalog,
    cardOf: cards(),
    problem: null,
    search: "",
    category: null,
    parts: here(galleryParts),
    unreachable: "Couldn’t reach the server",
    texts: en.gallery,
    locale: "en",
    now: Date.parse("2026-03-05T12:00:00Z"),
    isStale: false,
    isOffline: false,
    error: null,
    updatedAt: Date.parse("2026-03-05T10:42:00Z"),
    onSearch: () => {},
    onCategory: () => {},
    onShowAll: () => {},
    onPress: () => {},
    onRefresh: () => {},
    root: {},
  },
} satisfies Meta<typeof ConnectorGalleryView>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Catalog: Story = {};
export const WithFeatured: Story = {
  args: { groups: grouped(["gmail", "hubspot", "google-calendar"], "none") },
};
export const GroupedByCategory: Story = { args: { groups: grouped([], "category") } };
export const AsAList: Story = { args: { layout: "list" } };
export const Found: Story = {
  args: { search: "crm", groups: found(crm), total: crm.length, window: short },
};
export const OneCategory: Story = {
  args: { category: "CRM", groups: found(crm), total: crm.length, window: short },
};
export const NothingFits: Story = { args: { state: "no-match", search: "xyzzy", groups: [] } };
export const NothingFitsButOneIsNear: Story = {
  args: { state: "no-match", search: "kwikbooks", groups: [] },
};
export const NothingFitsWithAnOffer: Story = {
  args: {
    state: "no-match",
    search: "xyzzy",
    groups: [],
    noMatch: <a href="#request">Ask for an integration</a>,
  },
};
export const Loading: Story = { args: { state: "loading", groups: [], catalog: nothing } };
export const NothingEnabled: Story = { args: { state: "empty", groups: [], catalog: nothing } };
export const NotLoaded: Story = {
  args: { state: "error", groups: [], catalog: nothing, error: { requestId: "c19e-0a72" } },
};
export const Stale: Story = { args: { isStale: true } };
export const Offline: Story = { args: { isOffline: true } };
export const Connecting: Story = { args: { cardOf: cards({ busy: "asana" }) } };
export const CouldNotConnect: Story = {
  args: {
    cardOf: cards({ failed: "asana" }),
    problem: {
      platform: "asana",
      text: "Couldn’t reach the server. Nothing was connected. Check your connection, then try again.",
    },
  },
};
export const NotAvailable: Story = { args: { cardOf: cards({ unavailable: "attio" }) } };
export const FurtherDown: Story = {
  args: { window: { ...whole, from: 12, to: 28, next: 0, previous: 12 } },
};
