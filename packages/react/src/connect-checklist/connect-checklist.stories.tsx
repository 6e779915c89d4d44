import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { ConnectChecklist } from "./connect-checklist.tsx";

const meta = {
  title: "Components/Connect checklist",
  component: ConnectChecklist,
  parameters: {
    connect: { accounts: [{ platform: "gmail", account: "ann@marlowfinch.co" }] },
  },
  args: {
    requirements: [
      { platform: "gmail" },
      { anyOf: ["slack", "microsoft-teams"] },
      { platform: "hubspot", optional: true },
    ],
  },
  // Waits for the loaded state, so that axe checks what people see.
  play: async ({ canvasElement }) => {
    const isLoading = () =>
      canvasElement.querySelector(".ak-checklist[data-state=loading]") !== null;
    await waitFor(() => expect(isLoading()).toBe(false));
  },
} satisfies Meta<typeof ConnectChecklist>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The real checklist with its own server and Pica. Connect the rest. */
export const HalfDone: Story = {};

/** Only the next row has a solid button. */
export const NothingConnected: Story = { parameters: { connect: { accounts: [] } } };

/** Ann’s Gmail account has to be reconnected first. */
export const OneBroken: Story = {
  parameters: {
    connect: {
      accounts: [
        { platform: "gmail", account: "ann@marlowfinch.co", state: "failed" },
        { platform: "slack", account: "Marlow Finch" },
      ],
    },
  },
};
