import type { Meta, StoryObj } from "@storybook/react-vite";
import * as stories from "../../packages/react/src/connector-gallery/connector-gallery-view.stories.tsx";
import type { ConnectorGalleryViewProps } from "../../packages/react/src/connector-gallery/connector-gallery-view.tsx";
import { Board } from "../board.tsx";
import { boardParameters } from "./board-parameters.ts";

/** Three rows of a wide gallery: more cards are all alike. */
const few = 9;

function withFewCards(args: Partial<ConnectorGalleryViewProps>) {
  const { results } = args;
  if (!results || results.range.to - results.range.from <= few) return args;
  const { range, total } = results;
  const to = range.from + few;
  const next = Math.max(range.next, Math.min(24, total - to));
  return { ...args, results: { ...results, range: { ...range, to, next } } };
}

const meta = {
  title: "Components/Connector gallery/All states",
  component: Board,
  tags: ["!autodocs"],
  parameters: { ...boardParameters, everyMode: true },
  args: { stories: { ...stories }, cell: "44rem", landmarks: true, adapt: withFewCards },
} satisfies Meta<typeof Board>;

export default meta;

export const AllStates: StoryObj<typeof meta> = { name: "All states" };
