import type { Meta, StoryObj } from "@storybook/react-vite";
import * as stories from "../../packages/react/src/account-actions/disconnect-dialog.stories.tsx";
import { Board } from "../board.tsx";
import { boardParameters } from "./board-parameters.ts";

const meta = {
  title: "Components/Disconnect dialog/Boards",
  component: Board,
  tags: ["!autodocs"],
  parameters: { ...boardParameters },
  args: { stories: { ...stories }, only: [], cell: "384px", framed: true },
} satisfies Meta<typeof Board>;

export default meta;

export const AllStates: StoryObj<typeof meta> = {
  name: "All states",
  args: { only: ["Question", "WithYourWarning", "Disconnecting", "Refused"] },
};
