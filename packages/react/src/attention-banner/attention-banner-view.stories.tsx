import type { Meta, StoryObj } from "@storybook/react-vite";
import { AttentionBannerView } from "./attention-banner-view.tsx";

const meta = {
  title: "Components/Attention banner/States",
  component: AttentionBannerView,
  tags: ["!autodocs"],
  parameters: { controls: { include: [] } },
  args: {
    state: "needs-attention",
    count: 1,
    worst: { account: "Marlow Finch CRM", state: "failed" },
    onReconnect: () => {},
    onDismiss: () => {},
  },
} satisfies Meta<typeof AttentionBannerView>;

export default meta;
type Story = StoryObj<typeof AttentionBannerView>;

/** The person has to sign in at the provider again. */
export const OneAccount: Story = {};
export const AccessRemoved: Story = {
  args: { worst: { account: "Studio workspace", state: "gone" } },
};
/** Below the count is the account that the button reconnects. */
export const SeveralAccounts: Story = { args: { count: 3 } };
export const Reconnecting: Story = { args: { state: "reconnecting" } };
export const ReconnectFailed: Story = {
  args: {
    state: "error",
    detail: "HubSpot wasn’t connected. Access was declined.",
  },
};
export const NotAllowed: Story = {
  args: { onReconnect: null, detail: "Only administrators may change team accounts." },
};
export const NotDismissible: Story = { args: { onDismiss: null } };
export const LongName: Story = {
  args: {
    worst: {
      account: "buchhaltung-niederlassung-sued@eine-sehr-lange-domain.example",
      state: "failed",
    },
  },
};
