import type { Meta, StoryObj } from "@storybook/react-vite";
import * as disconnectDialogs from "../../packages/react/src/account-actions/disconnect-dialog.stories.tsx";
import * as badges from "../../packages/react/src/parts/connection-badge.stories.tsx";
import * as logos from "../../packages/react/src/parts/connector-logo.stories.tsx";
import { Board } from "../board.tsx";
import { boardParameters } from "./board-parameters.ts";

/** The small parts that a product uses on their own, and the question before a disconnect. */
const meta = {
  title: "Components/Parts/All states",
  component: Board,
  tags: ["!autodocs"],
  parameters: { ...boardParameters, everyMode: true },
} satisfies Meta<typeof Board>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Badges: Story = { args: { stories: { ...badges }, cell: "12rem" } };
export const Logos: Story = { args: { stories: { ...logos }, cell: "8rem" } };
export const DisconnectDialogs: Story = {
  args: { stories: { ...disconnectDialogs }, cell: "28rem", framed: true, height: "22rem" },
};
