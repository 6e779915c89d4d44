import type { Meta, StoryObj } from "@storybook/react-vite";
import * as stories from "../../packages/react/src/session/connect-dialog.stories.tsx";
import { Board } from "../board.tsx";
import { boardParameters } from "./board-parameters.ts";

const meta = {
  title: "Components/Connect dialog/Boards",
  component: Board,
  tags: ["!autodocs"],
  parameters: { ...boardParameters },
  args: { stories: { ...stories }, only: [], cell: "384px", framed: true },
} satisfies Meta<typeof Board>;

export default meta;
type Story = StoryObj<typeof meta>;

export const FromOpeningToConnected: Story = {
  args: {
    only: [
      "Preparing",
      "Opening",
      "OpeningWithScopes",
      "StillOpening",
      "PageOpen",
      "Saving",
      "Connected",
    ],
  },
};
export const OtherWaysIn: Story = {
  args: { only: ["Reconnecting", "NoPlatformChosen", "OneConnectedMoreMayFollow"] },
};
export const Problems: Story = {
  args: { only: ["BlockedPage", "Offline", "Declined", "TimedOut", "NotSaved"] },
};
export const Refused: Story = {
  args: { only: ["NotAllowed", "NotSetUp", "TooManyAttempts", "PicaIsDown"] },
};
