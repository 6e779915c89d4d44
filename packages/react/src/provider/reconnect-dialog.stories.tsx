import type { Meta, StoryObj } from "@storybook/react-vite";
import { connection } from "../connections-list/connections.fixtures.ts";
import { ReconnectDialog } from "./reconnect-dialog.tsx";
import { ReconnectLinkNotice } from "./reconnect-link-notice.tsx";
import { SameLanguageProvider } from "./same-language.fixtures.tsx";

const account = "Marlow Finch CRM";
const hubspot = connection({ platform: "hubspot", name: account, state: "failed" });

/** What a link with `?ak-reconnect=<connection id>` shows. */
const meta = {
  title: "Components/Reconnect link",
  component: ReconnectDialog,
  tags: ["!autodocs", "every-mode"],
  parameters: { controls: { include: [] } },
  args: {
    connection: hubspot,
    connectorName: "HubSpot",
    accountLabel: account,
    onOpen: () => {},
    onReconnect: () => {},
    onClose: () => {},
  },
  // The dialog opens where its provider stands, which on a board is the frame.
  render: (args) => (
    <SameLanguageProvider>
      <ReconnectDialog {...args} />
    </SameLanguageProvider>
  ),
} satisfies Meta<typeof ReconnectDialog>;

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
    <ReconnectLinkNotice isResolved onClose={onClose}>
      <bdi>{account}</bdi> works again. There is nothing to do.
    </ReconnectLinkNotice>
  ),
};
/** Somebody else’s account, or one that was disconnected. */
export const NotYours: Story = {
  render: ({ onClose }) => (
    <ReconnectLinkNotice onClose={onClose}>
      The account in this link isn’t among yours. It was disconnected, or you’re signed in as
      someone else.
    </ReconnectLinkNotice>
  ),
};
