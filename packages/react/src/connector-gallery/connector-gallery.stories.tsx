import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { ConnectorGallery } from "./connector-gallery.tsx";

/** Enough for a list: the whole catalog has its own story. */
const wellKnown = [
  "airtable",
  "asana",
  "calendly",
  "gmail",
  "google-calendar",
  "hubspot",
  "jira",
  "linear",
  "notion",
  "pipedrive",
  "salesforce",
  "slack",
];

const meta = {
  title: "Components/Connector gallery",
  component: ConnectorGallery,
  parameters: {
    connect: {
      accounts: [
        { platform: "gmail", account: "ann@marlowfinch.co" },
        { platform: "hubspot", account: "Marlow Finch CRM", state: "failed" },
      ],
    },
  },
  argTypes: {
    // Nothing is seen of the one until a search finds nothing, and of the other without scopes, which
    // Pica's catalog does not list.
    noMatch: { control: false },
    showScopes: { control: false },
  },
  // Waits for the loaded state, so that axe checks what people see.
  play: async ({ canvasElement }) => {
    const isLoading = () =>
      canvasElement.querySelector(".ak-connector-gallery[data-state=loading]") !== null;
    await waitFor(() => expect(isLoading()).toBe(false));
  },
} satisfies Meta<typeof ConnectorGallery>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The real gallery over the whole catalog: search, choose a category, connect. */
export const WholeCatalog: Story = { args: { featured: ["slack", "notion", "google-calendar"] } };

/** The categories, with a search of their own. */
export const CategoriesOpen: Story = {
  // A docs page plays nothing.
  tags: ["!autodocs"],
  play: async (context) => {
    await meta.play(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: /categor/i }));
    await canvas.findByRole("listbox");
  },
};

/** Only these platforms are offered, and there are too few for categories. */
export const OnlyAFew: Story = {
  args: { platforms: ["gmail", "slack", "hubspot", "notion"], showCategories: false },
  // Each of them is alone in its category.
  argTypes: { groupBy: { control: false } },
};

/** Larger categories come first, and connectors that are alone in theirs come last. */
export const ByCategory: Story = { args: { groupBy: "category", platforms: wellKnown } };

/** A–Z, for lists that people read from top to bottom. */
export const AToZ: Story = {
  name: "From A to Z",
  args: { order: "name", layout: "list", platforms: wellKnown },
};

/** The rows that a narrow column always gets. */
export const AsAList: Story = { args: { layout: "list", platforms: wellKnown } };

/** With a way out for what is not there. */
export const NoMatch: Story = {
  argTypes: { noMatch: { control: "text" } },
  parameters: { controls: { include: ["title", "showSearch", "showCategories", "noMatch"] } },
  args: { defaultSearch: "xyzzy", noMatch: <a href="#request">Ask for an integration</a> },
};
