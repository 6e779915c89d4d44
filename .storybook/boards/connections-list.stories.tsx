import type { Meta, StoryObj } from "@storybook/react-vite";
import * as stories from "../../packages/react/src/connections-list/connections-list-view.stories.tsx";
import { Board } from "../board.tsx";
import { boardParameters } from "./board-parameters.ts";

const meta = {
  title: "Components/Connections list/All states",
  component: Board,
  tags: ["!autodocs"],
  parameters: { ...boardParameters, everyMode: true },
  args: { stories: { ...stories }, cell: "44rem", landmarks: true },
} satisfies Meta<typeof Board>;

export default meta;

export const AllStates: StoryObj<typeof meta> = { name: "All states" };
