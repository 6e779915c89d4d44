import type { Meta, StoryObj } from "@storybook/react-vite";
import * as stories from "../../packages/react/src/connect-button/connect-button-view.stories.tsx";
import { Board } from "../board.tsx";
import { boardParameters } from "./board-parameters.ts";
import { Interactions, pseudoOf } from "./interactions.tsx";

const variants = ["solid", "outline", "ghost"] as const;

const meta = {
  title: "Components/Connect button/Boards",
  component: Board,
  tags: ["!autodocs", "every-mode"],
  parameters: { ...boardParameters },
  args: { stories: { ...stories }, only: [], cell: "17rem" },
} satisfies Meta<typeof Board>;

export default meta;
type Story = StoryObj<typeof meta>;

export const Connecting: Story = {
  args: {
    only: [
      "NotConnected",
      "Loading",
      "Preparing",
      "DialogOpen",
      "Saving",
      "Connected",
      "SeveralAccounts",
      "NeedsAttention",
      "OneOfSeveralNeedsAttention",
      "Failed",
      "FailedForNow",
      "Disabled",
      "NotAvailable",
    ],
  },
};
export const VariantsAndSizes: Story = {
  args: { only: ["Solid", "Outline", "Ghost", "WithoutAnImage", "WithoutALogo"], cell: "24rem" },
};
export const HoverFocusPressed: Story = {
  name: "Hover, focus, pressed",
  parameters: { a11y: { test: "error" }, pseudo: pseudoOf(".ak-button") },
  render: () => (
    <Interactions
      cell="14rem"
      render={() => (
        <div className="board-stack">
          {variants.map((variant) => (
            <stories.ViewWithAnchor key={variant} {...stories.default.args} variant={variant} />
          ))}
        </div>
      )}
    />
  ),
};
