import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { ConnectorGallery } from "./connector-gallery.tsx";

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
export const WholeCatalog: Story = { args: { featured: ["gmail", "slack", "hubspot"] } };

/** The categories, with a search of their own. */
export const CategoriesOpen: Story = {
  play: async (context) => {
    await meta.play(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: /categor/i }));
    await canvas.findByRole("listbox");
  },
};

export const OnlyAFew: Story = {
  args: { platforms: ["gmail", "slack", "hubspot", "notion"], showCategories: false },
};

export const ByCategory: Story = { args: { groupBy: "category" } };

/** A–Z, for lists that people read from top to bottom. */
export const AToZ: Story = { args: { order: "name", layout: "list" } };

export const AsAList: Story = { args: { layout: "list" } };

/** With a way out for what is not there. */
export const NoMatch: Story = {
  args: { defaultSearch: "xyzzy", noMatch: <a href="#request">Ask for an integration</a> },
};
