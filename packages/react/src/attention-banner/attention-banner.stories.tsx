import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor, within } from "storybook/test";
import { ConnectionsList } from "../connections-list/connections-list.tsx";
import { AttentionBanner } from "./attention-banner.tsx";

const meta = {
  title: "Components/Attention banner",
  component: AttentionBanner,
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
    await waitFor(() => expect(canvasElement.querySelector(".ak-attention-banner")).toBeVisible());
  },
} satisfies Meta<typeof AttentionBanner>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The real banner with its own server and Pica. Press Reconnect. */
export const OneAccount: Story = {};

/** The banner names the account that its button reconnects. */
export const SeveralAccounts: Story = {
  parameters: {
    connect: {
      accounts: [
        { platform: "slack", account: "Marlow Finch", state: "failed" },
        { platform: "hubspot", account: "Marlow Finch CRM", state: "failed" },
      ],
    },
  },
};

/** Above a list, which shows the same accounts first. */
export const WithTheList: Story = {
  render: (args) => (
    <div className="story-stack">
      <AttentionBanner {...args} />
      <ConnectionsList />
    </div>
  ),
};

/** Nothing is rendered. */
export const AllIsWell: Story = {
  parameters: {
    connect: { accounts: [{ platform: "gmail", account: "ann@marlowfinch.co" }] },
    controls: { disable: true },
  },
  render: (args) => (
    <div className="story-stack">
      <AttentionBanner {...args} />
      <ConnectionsList />
    </div>
  ),
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText("ann@marlowfinch.co");
    expect(canvasElement.querySelector(".ak-attention-banner")).toBeNull();
  },
};
