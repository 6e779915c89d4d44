import type { Meta, StoryObj } from "@storybook/react-vite";
import * as badges from "../../packages/react/src/parts/connection-badge.stories.tsx";
import * as logos from "../../packages/react/src/parts/connector-logo.stories.tsx";
import * as scopes from "../../packages/react/src/parts/connector-scopes.stories.tsx";
import { Board } from "../board.tsx";
import { boardParameters } from "./board-parameters.ts";

/** The small parts that a product uses on their own. */
const meta = {
  title: "Components/Parts",
  component: Board,
  tags: ["!autodocs", "every-mode"],
  parameters: { ...boardParameters },
} satisfies Meta<typeof Board>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Badges: Story = {
  args: {
    stories: { ...badges },
    only: [
      "Connected",
      "Retrying",
      "NeedsAttention",
      "NoLongerConnected",
      "StatusUnknown",
      "TestEnvironment",
    ],
    cell: "12rem",
  },
};
export const Logos: Story = {
  args: {
    stories: { ...logos },
    only: ["Small", "Medium", "Large", "ExtraLarge", "Monogram", "BrokenImage", "Dimmed"],
    cell: "8rem",
  },
};
export const Scopes: Story = {
  args: { stories: { ...scopes }, only: ["Known", "OnlyTheFirst"], cell: "16rem" },
};
