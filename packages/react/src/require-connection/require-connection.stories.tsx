import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { ConnectButton } from "../connect-button/connect-button.tsx";
import { RequireConnection } from "./require-connection.tsx";

const meta = {
  title: "Components/Require connection",
  component: RequireConnection,
  parameters: { connect: { accounts: [] } },
  args: {
    platform: "gmail",
    fallback: <ConnectButton platform="gmail" />,
    children: <p>Three new messages are filed under Marlow Finch.</p>,
  },
  // The stories have one account, of one platform.
  argTypes: {
    platform: { control: false },
    identityType: { control: false },
    loading: { control: false },
  },
} satisfies Meta<typeof RequireConnection>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Connect Gmail, and the feature replaces the button. */
export const Closed: Story = {
  play: async ({ canvasElement }) => {
    const button = await within(canvasElement).findByRole("button", { name: /Gmail/ });
    expect(button).toBeVisible();
  },
};

/** The account works, so the feature is shown. */
export const Open: Story = {
  parameters: { connect: { accounts: [{ platform: "gmail", account: "ann@marlowfinch.co" }] } },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText(/Three new messages/);
  },
};

/** The account needs attention, and the same button reconnects it. */
export const AccountNeedsAttention: Story = {
  parameters: {
    connect: {
      accounts: [{ platform: "gmail", account: "ann@marlowfinch.co", state: "failed" }],
    },
  },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole("button", { name: /Reconnect/ });
  },
};
