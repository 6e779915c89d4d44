import type { Meta, StoryObj } from "@storybook/react-vite";
import * as stories from "../../packages/react/src/session/connect-dialog.stories.tsx";
import { Board } from "../board.tsx";
import { boardParameters } from "./board-parameters.ts";

const meta = {
  title: "Components/Connect dialog/All states",
  component: Board,
  tags: ["!autodocs"],
  parameters: { ...boardParameters },
  args: { stories: { ...stories }, cell: "30rem", framed: true },
} satisfies Meta<typeof Board>;

export default meta;

export const AllStates: StoryObj<typeof meta> = { name: "All states" };
