import type { Meta, StoryObj } from "@storybook/react-vite";
import * as stories from "../../packages/react/src/connections-list/connections-list-view.stories.tsx";
import {
  ConnectionsListView,
  type ConnectionsListViewProps,
} from "../../packages/react/src/connections-list/connections-list-view.tsx";
import { Board } from "../board.tsx";
import { boardParameters } from "./board-parameters.ts";
import { Interactions, pseudoOf } from "./interactions.tsx";

/** Every other account: a board is about what stands around the rows. */
function withFewRows(args: Partial<ConnectionsListViewProps>) {
  const { rows = [] } = args;
  if (rows.length < 5) return args;
  return { ...args, rows: rows.filter((_, index) => index % 2 === 0), attentionCount: 1 };
}

const meta = {
  title: "Components/Connections list/Boards",
  component: Board,
  tags: ["!autodocs", "every-mode"],
  parameters: { ...boardParameters },
  args: { stories: { ...stories }, only: [], cell: "35rem", landmarks: true, adapt: withFewRows },
} satisfies Meta<typeof Board>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Accounts: Story = {
  args: {
    only: [
      "EveryState",
      "AllHealthy",
      "AllOfTheTestEnvironment",
      "SeveralWithoutNames",
      "SeveralOfOneName",
    ],
    adapt: (args) => args,
  },
};
export const Arranged: Story = {
  args: { only: ["WithDates", "GroupedByPlatform", "LongNames", "WithoutAHeader"] },
};
export const Facts: Story = { args: { only: ["LastUsed", "OfATeam", "OfATeamWithLongNames"] } };
export const Access: Story = { args: { only: ["Access", "CouldNotChangeAccess"] } };
export const Restricted: Story = {
  args: { only: ["NeedsAttention", "ReadOnly", "ChangesForbidden"] },
};
export const WithoutAccounts: Story = { args: { only: ["Loading", "Empty", "CouldNotLoad"] } };
export const OutOfDate: Story = {
  args: { only: ["Outdated", "OutdatedWithoutATime", "Offline", "Refreshing"] },
};
export const Changes: Story = {
  args: { only: ["Disconnected", "CouldNotDisconnect", "Reconnecting"] },
};
export const HoverFocusPressed: Story = {
  name: "Hover, focus, pressed",
  tags: ["!every-mode"],
  parameters: {
    a11y: { test: "error" },
    pseudo: pseudoOf(".ak-button, .ak-icon-button"),
  },
  render: () => (
    <Interactions
      cell="35rem"
      render={(labelledBy) => (
        <ConnectionsListView
          {...stories.default.args}
          {...stories.NeedsAttention.args}
          labelledBy={labelledBy}
        />
      )}
    />
  ),
};
