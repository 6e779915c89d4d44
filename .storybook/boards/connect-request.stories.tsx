import type { Meta, StoryObj } from "@storybook/react-vite";
import * as request from "../../packages/react/src/connect-request/connect-request-view.stories.tsx";
import { Board } from "../board.tsx";
import { boardParameters } from "./board-parameters.ts";

/** The card of a conversation in all its states, in a column of 320 px. */
const meta = {
  title: "Components/Connect request/Boards",
  component: Board,
  tags: ["!autodocs", "every-mode"],
  parameters: { ...boardParameters },
} satisfies Meta<typeof Board>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Missing: Story = {
  args: {
    stories: { ...request },
    only: [
      "Missing",
      "WithoutADescription",
      "Loading",
      "Connecting",
      "Waiting",
      "ConnectFailed",
      "NotAvailable",
    ],
    cell: "320px",
  },
};
export const BrokenOrSeveral: Story = {
  args: {
    stories: { ...request },
    only: ["Broken", "SeveralBroken", "Choose", "Chosen", "Saving", "Refused", "LongNames"],
    cell: "320px",
  },
};
export const Settled: Story = {
  args: {
    stories: { ...request },
    only: ["Connected", "Continuing", "ContinueFailed", "Declined", "Unavailable"],
    cell: "320px",
  },
};
