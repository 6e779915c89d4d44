import type { Meta, StoryObj } from "@storybook/react-vite";
import { ConnectError } from "../api/connect-error.ts";
import { ConnectProvider } from "../provider/connect-provider.tsx";
import { connection } from "./connections.fixtures.ts";
import { DisconnectDialog } from "./disconnect-dialog.tsx";

const never = new Promise<never>(() => {});

const meta: Meta<typeof DisconnectDialog> = {
  title: "Components/Connections list/Disconnect dialog",
  tags: ["!autodocs"],
  // A board shows each in a frame, where axe does not look.
  parameters: { everyMode: true },
  component: DisconnectDialog,
  args: {
    connection: connection({ platform: "gmail", account: "support@marlowfinch.co" }),
    name: "Gmail",
    opener: null,
    onConfirm: () => never,
    onClose: () => {},
  },
  render: (args) => (
    <ConnectProvider viewerKey="ann">
      <DisconnectDialog {...args} />
    </ConnectProvider>
  ),
};

export default meta;
type Story = StoryObj<typeof DisconnectDialog>;

/** Press Disconnect: it stays busy. */
export const Asked: Story = {};
export const WithTheProductsOwnWarning: Story = {
  args: {
    warning:
      "Halyard stops reading this Gmail account straight away. Mail it already brought in stays.",
  },
};
/** Press Disconnect: the refusal shows here. */
export const Refused: Story = {
  args: {
    onConfirm: async () => ({ ok: false, error: new ConnectError("upstream_timeout", "slow") }),
  },
};
