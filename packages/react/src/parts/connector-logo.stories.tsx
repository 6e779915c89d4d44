import type { Meta, StoryObj } from "@storybook/react-vite";
import { connectors } from "../connector-gallery/connectors.fixtures.ts";
import { ConnectorLogo } from "./connector-logo.tsx";

const image = connectors.find(({ platform }) => platform === "gmail")?.image ?? null;

const meta = {
  title: "Components/Connector logo",
  component: ConnectorLogo,
  args: { platform: "gmail", name: "Gmail", image },
  // Where there is an image, the letters of the name are not seen, and its address fills the panel.
  argTypes: {
    platform: { control: false },
    name: { control: false },
    image: { control: false },
  },
} satisfies Meta<typeof ConnectorLogo>;

export default meta;
type Story = StoryObj<typeof meta>;

/** 20 px. */
export const Small: Story = { args: { size: "sm" } };
/** 36 px. */
export const Medium: Story = {};
/** 40 px. */
export const Large: Story = { args: { size: "lg" } };
/** 56 px. */
export const ExtraLarge: Story = { args: { size: "xl" } };
/** The catalog has no image. */
export const Monogram: Story = {
  args: { platform: "slack", name: "Slack", image: null },
  argTypes: { name: { control: "text" } },
};
/** The monogram stands in for it. */
export const BrokenImage: Story = {
  args: { image: "data:image/png;base64,broken" },
  argTypes: { name: { control: "text" } },
};
/** For what is no longer connected. */
export const Dimmed: Story = { args: { dimmed: true } };
