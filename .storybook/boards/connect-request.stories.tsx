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

export const Requests: Story = {
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
      "Broken",
      "SeveralBroken",
      "Choose",
      "Chosen",
      "Saving",
      "Refused",
      "Connected",
      "Declined",
      "Unavailable",
      "LongNames",
    ],
    cell: "320px",
  },
};
