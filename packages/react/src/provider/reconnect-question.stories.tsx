import type { Meta, StoryObj } from "@storybook/react-vite";
import { connection } from "../connections-list/connections.fixtures.ts";
import { LinkNotice } from "./link-notice.tsx";
import { ReconnectQuestion } from "./reconnect-question.tsx";

const account = "Marlow Finch CRM";
const hubspot = connection({ platform: "hubspot", name: account, state: "failed" });

/** What a link to an account's Reconnect leads to: `?ak-reconnect=<connection id>`. */
const meta = {
  title: "Components/Reconnect link",
  component: ReconnectQuestion,
  tags: ["!autodocs", "every-mode"],
  parameters: { controls: { include: [] } },
  args: {
    connection: hubspot,
    name: "HubSpot",
    account,
    onOpen: () => {},
    onReconnect: () => {},
    onClose: () => {},
  },
} satisfies Meta<typeof ReconnectQuestion>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Question: Story = {};
export const NotAllowed: Story = {
  args: {
    connection: {
      ...hubspot,
      can: { ...hubspot.can, reconnect: { reason: "Only administrators may do that." } },
    },
  },
};
/** The page stays usable. */
export const Mended: Story = {
  render: ({ onClose }) => (
    <LinkNotice
      isGood
      parts={[<bdi key="account">{account}</bdi>, " works again. There is nothing to do."]}
      onClose={onClose}
    />
  ),
};
/** Another person’s account, or one that is no more. */
export const NotYours: Story = {
  render: ({ onClose }) => (
    <LinkNotice
      parts={[
        "The account in this link isn’t among yours. It was disconnected, or you’re signed in as someone else.",
      ]}
      onClose={onClose}
    />
  ),
};
