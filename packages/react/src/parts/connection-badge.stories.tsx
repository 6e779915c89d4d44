import type { Meta, StoryObj } from "@storybook/react-vite";
import { ConnectionBadge } from "./connection-badge.tsx";

const meta = {
  title: "Components/Connection badge",
  component: ConnectionBadge,
  args: { state: "operational" },
} satisfies Meta<typeof ConnectionBadge>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Connected: Story = {};
export const Retrying: Story = { args: { state: "degraded" } };
export const NeedsAttention: Story = { args: { state: "failed" } };
export const NoLongerConnected: Story = { args: { state: "gone" } };
export const StatusUnknown: Story = { args: { state: "unknown" } };
export const TestEnvironment: Story = { args: { environment: "test" } };
