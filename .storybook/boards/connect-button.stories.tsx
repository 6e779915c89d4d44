import type { Meta, StoryObj } from "@storybook/react-vite";
import * as stories from "../../packages/react/src/connect-button/connect-button-view.stories.tsx";
import { Board } from "../board.tsx";
import { boardParameters } from "./board-parameters.ts";

const meta = {
  title: "Components/Connect button/All states",
  component: Board,
  tags: ["!autodocs"],
  parameters: { ...boardParameters, everyMode: true },
  args: { stories: { ...stories }, cell: "16rem" },
} satisfies Meta<typeof Board>;

export default meta;

export const AllStates: StoryObj<typeof meta> = { name: "All states" };
