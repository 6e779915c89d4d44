import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { ConnectionsList } from "./connections-list.tsx";

const meta = {
  title: "Components/Connections list",
  component: ConnectionsList,
  parameters: {
    connect: {
      accounts: [
        { platform: "gmail", account: "ann@marlowfinch.co" },
        { platform: "gmail", account: "support@marlowfinch.co" },
        { platform: "slack", account: "Marlow Finch" },
        { platform: "notion", account: "Client handbook", state: "degraded" },
        { platform: "hubspot", account: "Marlow Finch CRM", state: "failed" },
      ],
    },
  },
  // Waits for the loaded state, so that axe checks what people see.
  play: async ({ canvasElement }) => {
    const isLoading = () =>
      canvasElement.querySelector(".ak-connections-list[data-state=loading]") !== null;
    await waitFor(() => expect(isLoading()).toBe(false));
  },
} satisfies Meta<typeof ConnectionsList>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The real list over a server and a Pica of its own: rename, reconnect, disconnect. */
export const SeveralAccounts: Story = {};

/** What can be done with one account. */
export const MenuOpen: Story = {
  // A docs page plays nothing.
  tags: ["!autodocs"],
  play: async (context) => {
    await meta.play(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(
      await canvas.findByRole("button", { name: "Options for Client handbook" }),
    );
    await canvas.findByRole("menuitem", { name: "Disconnect…" });
  },
};

/** The menu has the levels where the server has the option `access`. */
export const AccessMenuOpen: Story = {
  // A docs page plays nothing.
  tags: ["!autodocs"],
  parameters: { connect: { ...meta.parameters.connect, access: { default: "read" } } },
  play: async (context) => {
    await meta.play(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(
      await canvas.findByRole("button", { name: "Options for Client handbook" }),
    );
    await canvas.findByRole("menuitemradio", { name: "Reading only" });
  },
};

/** The platform whose account needs attention comes first. */
export const GroupedByPlatform: Story = { args: { groupBy: "platform" } };

/** Accounts are shown, and cannot be changed. */
export const ReadOnly: Story = { args: { readOnly: true } };

/** The button leads to what can be connected. */
export const NothingConnected: Story = { parameters: { connect: { accounts: [] } } };
