import type { Meta, StoryObj } from "@storybook/react-vite";
import { connectors } from "../connector-gallery/connectors.fixtures.ts";
import { ConnectProvider } from "../provider/connect-provider.tsx";
import { ConnectorLogo } from "./connector-logo.tsx";

const image = connectors.find(({ platform }) => platform === "gmail")?.image ?? null;

const meta = {
  title: "Components/Connector logo",
  component: ConnectorLogo,
  args: { platform: "gmail", name: "Gmail", image },
  // Where there is an image, the letters of the name are not seen.
  argTypes: { platform: { control: false }, name: { control: false } },
  render: (args) => (
    <ConnectProvider viewerKey="ann">
      <ConnectorLogo {...args} />
    </ConnectProvider>
  ),
} satisfies Meta<typeof ConnectorLogo>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Small: Story = { args: { size: "sm" } };
export const Medium: Story = {};
export const Large: Story = { args: { size: "lg" } };
export const ExtraLarge: Story = { args: { size: "xl" } };
export const Monogram: Story = {
  args: { platform: "slack", name: "Slack", image: null },
  argTypes: { name: { control: "text" } },
};
export const BrokenImage: Story = { args: { image: "data:image/png;base64,broken" } };
export const Dimmed: Story = { args: { dimmed: true } };
