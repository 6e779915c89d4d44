import type { Meta, StoryObj } from "@storybook/react-vite";
import * as stories from "../../packages/react/src/connector-gallery/connector-gallery-view.stories.tsx";
import {
  ConnectorGalleryView,
  type ConnectorGalleryViewProps,
} from "../../packages/react/src/connector-gallery/connector-gallery-view.tsx";
import { Board } from "../board.tsx";
import { boardParameters } from "./board-parameters.ts";
import { Interactions, pseudoOf } from "./interactions.tsx";

/** Two rows of cards: more are all alike. */
const few = 4;

function withFewCards(args: Partial<ConnectorGalleryViewProps>) {
  const { results } = args;
  if (!results || results.range.to - results.range.from <= few) return args;
  const { range, total } = results;
  const to = range.from + few;
  const next = Math.max(range.next, Math.min(24, total - to));
  return { ...args, results: { ...results, range: { ...range, to, next } } };
}

const meta = {
  title: "Components/Connector gallery/Boards",
  component: Board,
  tags: ["!autodocs", "every-mode"],
  parameters: { ...boardParameters },
  args: { stories: { ...stories }, only: [], cell: "35rem", landmarks: true, adapt: withFewCards },
} satisfies Meta<typeof Board>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Catalogs: Story = {
  args: { only: ["Catalog", "WithDescriptions", "AsAList", "ScrolledDown"] },
};
export const Groups: Story = { args: { only: ["WithFeatured", "GroupedByCategory"] } };
export const SearchAndFilter: Story = { args: { only: ["SearchResults", "OneCategory"] } };
export const NoMatch: Story = {
  args: { only: ["NoMatch", "NoMatchButOneIsNear", "NoMatchWithYourLink"] },
};
export const WithoutConnectors: Story = {
  args: { only: ["Loading", "LoadingWithFeatured", "Empty", "CouldNotLoad"] },
};
export const OutOfDate: Story = { args: { only: ["Outdated", "Offline"] } };
export const Cards: Story = {
  args: {
    only: ["Connecting", "CouldNotConnect", "CouldNotConnectForNow", "NotAvailable", "WithScopes"],
  },
};
export const HoverFocusPressed: Story = {
  name: "Hover, focus, pressed",
  tags: ["!every-mode"],
  parameters: {
    a11y: { test: "error" },
    pseudo: pseudoOf(".ak-card, .ak-button, .ak-input", ".ak-card .ak-button, .ak-input"),
  },
  render: () => (
    <Interactions
      cell="35rem"
      render={(labelledBy) => (
        <ConnectorGalleryView
          {...(withFewCards(stories.default.args ?? {}) as ConnectorGalleryViewProps)}
          labelledBy={labelledBy}
        />
      )}
    />
  ),
};
