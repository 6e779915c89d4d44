import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
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
  // What axe looks at is what people come to see.
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

export const OnlyAFew: Story = {
  args: { platforms: ["gmail", "slack", "hubspot", "notion"], showCategories: false },
};

export const ByCategory: Story = { args: { groupBy: "category" } };

export const AsAList: Story = { args: { layout: "list" } };

/** With a way out for what is not there. */
export const NothingFits: Story = {
  args: { defaultSearch: "xyzzy", noMatch: <a href="#request">Ask for an integration</a> },
};
