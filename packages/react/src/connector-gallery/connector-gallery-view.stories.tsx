import type { Connector } from "@authkit-ui/contract";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { ConnectError } from "../api/connect-error.ts";
import { connections } from "../connections-list/connections.fixtures.ts";
import { buildCatalog } from "../data/catalog.ts";
import { groupConnectors } from "../data/group-connectors.ts";
import { en } from "../messages/en.ts";
import { ConnectorGalleryView } from "./connector-gallery-view.tsx";
import { connectors } from "./connectors.fixtures.ts";
import { connectionsByPlatform, getGalleryCard } from "./gallery-cards.ts";

const byPlatform = connectionsByPlatform(connections);
const cards = (
  facts: { busy?: string; failed?: string; unavailable?: string } = {},
  problem: { platform: string; text: string; canRetry?: boolean } | null = null,
) => ({
  cardOf(connector: Connector) {
    const { platform } = connector;
    const offered: Connector =
      facts.unavailable === platform
        ? { ...connector, unavailable: "Your plan does not include this integration." }
        : connector;
    return getGalleryCard(offered, byPlatform.get(platform) ?? [], {
      isBusy: facts.busy === platform,
      hasFailed: facts.failed === platform,
    });
  },
  problem,
  onPress() {},
});

const catalog = buildCatalog({ connectors, total: connectors.length }, "en");
const emptyCatalog = { connectors: [], categories: [] };

const titles = { ...en.gallery, other: en.gallery.otherCategory };
const range = {
  from: 0,
  to: 24,
  next: 4,
  previous: 0,
  showNext: () => {},
  showPrevious: () => {},
};
const all = (featured: string[], groupBy: "none" | "category") => ({
  groups: groupConnectors(catalog, { featured, recent: [], groupBy, titles }),
  range,
  total: connectors.length,
  isFiltered: false,
  isPending: false,
});
const crm = connectors.filter(({ category }) => category === "CRM");
const found = {
  groups: [{ id: "found", title: null, connectors: crm }],
  range: { ...range, to: 6, next: 0 },
  total: crm.length,
  isFiltered: true,
  isPending: false,
};
const nothing = { groups: [], range, total: 0, isFiltered: true, isPending: false };
const filter = {
  search: "",
  category: null,
  onSearchChange: () => {},
  onCategoryChange: () => {},
  onClear: () => {},
};
const freshness = {
  isOutdated: false,
  isOffline: false,
  updatedAt: Date.parse("2026-03-05T10:42:00Z"),
  now: Date.parse("2026-03-05T12:00:00Z"),
  error: null,
  onRefresh: () => {},
};

const meta: Meta<typeof ConnectorGalleryView> = {
  title: "Components/Connector gallery/States",
  component: ConnectorGalleryView,
  tags: ["!autodocs"],
  parameters: {
    controls: { include: ["title", "layout", "showSearch", "showCategories"] },
  },
  args: {
    state: "ready",
    catalog,
    filter,
    results: all([], "none"),
    cards: cards(),
    freshness,
    messages: en.gallery,
    locale: "en",
  },
};

export default meta;
type Story = StoryObj<typeof ConnectorGalleryView>;

export const Catalog: Story = {};
export const WithFeatured: Story = {
  args: { results: all(["gmail", "hubspot", "google-calendar"], "none") },
};
export const GroupedByCategory: Story = { args: { results: all([], "category") } };
const descriptions: Record<string, string> = {
  airtable: "Bases, tables and records",
  asana: "Projects, tasks and people",
  attio: "People, companies and deals, and whatever else a team keeps about those it works with",
  calendly: "Scheduled meetings and event types",
  gmail: "Messages, threads and labels",
};
const described = connectors.map((one) => ({ ...one, description: descriptions[one.platform] }));
/** A card shows the description, else the category, else nothing. */
export const WithDescriptions: Story = {
  args: {
    results: {
      ...all([], "none"),
      groups: [{ id: "more", title: null, connectors: described }],
    },
  },
};
export const AsAList: Story = { args: { layout: "list" } };
export const SearchResults: Story = {
  args: { filter: { ...filter, search: "crm" }, results: found },
};
export const OneCategory: Story = {
  args: { filter: { ...filter, category: "CRM" }, results: found },
};
export const NoMatch: Story = {
  args: { state: "no-match", filter: { ...filter, search: "xyzzy" }, results: nothing },
};
/** The nearest name is offered. */
export const NoMatchButOneIsNear: Story = {
  args: { state: "no-match", filter: { ...filter, search: "kwikbooks" }, results: nothing },
};
/** The prop noMatch adds a link of yours. */
export const NoMatchWithYourLink: Story = {
  args: {
    state: "no-match",
    filter: { ...filter, search: "xyzzy" },
    results: nothing,
    noMatch: <a href="#request">Ask for an integration</a>,
  },
};
export const Loading: Story = {
  args: {
    state: "loading",
    results: nothing,
    catalog: emptyCatalog,
    expected: { total: 6, featured: 0 },
  },
};
/** The props platforms and featured tell how many cards there will be. */
export const LoadingWithFeatured: Story = {
  args: {
    state: "loading",
    results: nothing,
    catalog: emptyCatalog,
    expected: { total: 6, featured: 3 },
  },
};
/** No connector is enabled at Pica. */
export const Empty: Story = {
  args: { state: "empty", results: nothing, catalog: emptyCatalog },
};
export const CouldNotLoad: Story = {
  args: {
    state: "error",
    results: nothing,
    catalog: emptyCatalog,
    freshness: {
      ...freshness,
      error: new ConnectError("internal", "", { requestId: "c19e-0a72" }),
    },
  },
};
export const Outdated: Story = { args: { freshness: { ...freshness, isOutdated: true } } };
export const Offline: Story = { args: { freshness: { ...freshness, isOffline: true } } };
export const Connecting: Story = { args: { cards: cards({ busy: "asana" }) } };
export const CouldNotConnect: Story = {
  args: {
    cards: cards(
      { failed: "asana" },
      {
        platform: "asana",
        text: "Couldn’t reach the server. Nothing was connected. Check your connection, then try again.",
      },
    ),
  },
};
/** The prop showScopes adds them, where the catalog lists them. */
export const WithScopes: Story = {
  args: {
    cards: {
      ...cards(),
      showScopes: true,
      cardOf: (connector) =>
        cards().cardOf({
          ...connector,
          scopes: [
            { id: "contacts.read", title: "see contacts" },
            { id: "contacts.write", title: "change contacts" },
            { id: "oauth" },
          ],
        }),
    },
  },
};
/** No further attempt is offered, because somebody else has to change something first. */
export const CouldNotConnectForNow: Story = {
  args: {
    cards: cards(
      { failed: "asana" },
      {
        platform: "asana",
        text: "You can’t connect Asana. Ask Priya Raman, who looks after your plan.",
        canRetry: false,
      },
    ),
  },
};
/** The server says why. */
export const NotAvailable: Story = { args: { cards: cards({ unavailable: "attio" }) } };
/** Earlier and later cards come when they are asked for. */
export const ScrolledDown: Story = {
  args: {
    results: { ...all([], "none"), range: { ...range, from: 12, to: 28, next: 0, previous: 12 } },
  },
};
