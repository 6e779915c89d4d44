import type { ConnectionRequest } from "@authkit-ui/contract";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { within } from "storybook/test";
import { ConnectRequest } from "./connect-request.tsx";

/** Takes the place of the request that the story's own server makes. */
const request: ConnectionRequest = {
  id: "",
  platform: "gmail",
  identityType: "user",
  reason: "missing",
  status: "pending",
  action: "sendNote",
  candidates: [],
  expiresAt: "",
};

const meta = {
  title: "Components/Connect request",
  component: ConnectRequest,
  parameters: { connect: { agentNeeds: "gmail" } },
  args: { request, description: "Send a note to Ann" },
  argTypes: { request: { control: false } },
  render: (args, { loaded }) => (
    <div style={{ maxInlineSize: "30rem" }}>
      <ConnectRequest {...args} request={loaded.backend.request} />
    </div>
  ),
} satisfies Meta<typeof ConnectRequest>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The real card with its own server and Pica. Press Connect, or Not now. */
export const AccountMissing: Story = {
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole("button", { name: "Connect Gmail" });
  },
};

/** Reconnecting keeps the account and its name. */
export const AccountBroken: Story = {
  parameters: {
    connect: {
      agentNeeds: "gmail",
      accounts: [{ platform: "gmail", account: "ann@marlowfinch.co", state: "failed" }],
    },
  },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole("button", { name: /Reconnect/ });
  },
};

/** The server never guesses which account is meant. */
export const SeveralAccounts: Story = {
  parameters: {
    connect: {
      agentNeeds: "gmail",
      accounts: [
        { platform: "gmail", account: "ann@marlowfinch.co" },
        { platform: "gmail", account: "support@marlowfinch.co" },
      ],
    },
  },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole("radio", { name: /support@marlowfinch.co/ });
  },
};
