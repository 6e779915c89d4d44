import type { Meta, StoryObj } from "@storybook/react-vite";
import * as banner from "../../packages/react/src/attention-banner/attention-banner-view.stories.tsx";
import * as checklist from "../../packages/react/src/connect-checklist/connect-checklist-view.stories.tsx";
import * as link from "../../packages/react/src/provider/reconnect-dialog.stories.tsx";
import { Board } from "../board.tsx";
import { boardParameters } from "./board-parameters.ts";

/** A banner takes its name as any attribute of its root element. */
const withCaption = ({ labelledBy, ...args }: { labelledBy?: string }) => ({
  ...args,
  rootProps: { "aria-labelledby": labelledBy },
});

/** The banner, the checklist and the reconnect link in all their states. */
const meta = {
  title: "Components/Attention",
  component: Board,
  tags: ["!autodocs", "every-mode"],
  parameters: { ...boardParameters },
} satisfies Meta<typeof Board>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Banners: Story = {
  args: {
    stories: { ...banner },
    only: [
      "OneAccount",
      "AccessRemoved",
      "SeveralAccounts",
      "Reconnecting",
      "ReconnectFailed",
      "NotAllowed",
      "NotDismissible",
      "LongName",
    ],
    cell: "30rem",
    landmarks: true,
    adapt: withCaption,
  },
};
export const Checklists: Story = {
  args: {
    stories: { ...checklist },
    only: ["HalfDone", "NothingConnected", "Complete", "WithoutAHeader", "Loading", "LongNames"],
    cell: "30rem",
    landmarks: true,
  },
};
export const ChecklistProblems: Story = {
  args: {
    stories: { ...checklist },
    only: ["OneBroken", "Connecting", "ConnectFailed", "NotAvailable", "CouldNotLoad"],
    cell: "30rem",
    landmarks: true,
  },
};
export const Links: Story = {
  // All frames have one size. Each story also runs in every mode by itself.
  tags: ["!every-mode"],
  args: {
    stories: { ...link },
    only: ["Question", "NotAllowed", "Mended", "NotYours"],
    cell: "384px",
    framed: true,
  },
};
