import type { Meta, StoryObj } from "@storybook/react-vite";
import { useRef } from "react";
import { connectors } from "../connector-gallery/connectors.fixtures.ts";
import type { ConnectButtonState } from "./connect-button-state.ts";
import { ConnectButtonView, type ConnectButtonViewProps } from "./connect-button-view.tsx";

const image = connectors.find(({ platform }) => platform === "gmail")?.image ?? null;

/** Keeps the element out of the story's arguments, which Storybook copies as plain data. */
export function ViewWithAnchor(props: ConnectButtonViewProps) {
  return <ConnectButtonView {...props} anchor={useRef(null)} />;
}

const meta = {
  title: "Components/Connect button/States",
  component: ConnectButtonView,
  render: (args) => <ViewWithAnchor {...args} />,
  tags: ["!autodocs"],
  excludeStories: ["ViewWithAnchor"],
  parameters: { controls: { include: ["size", "variant", "showLogo"] } },
  argTypes: {
    size: { control: "inline-radio", options: ["sm", "md", "lg"] },
    variant: { control: "inline-radio", options: ["solid", "outline", "ghost"] },
  },
  args: {
    state: "idle",
    restState: "idle",
    connector: { platform: "gmail", name: "Gmail", image },
    accountCount: 0,
    size: "md",
    variant: "solid",
    isDisabled: false,
    anchor: { current: null },
  },
} satisfies Meta<typeof ConnectButtonView>;

export default meta;
type Story = StoryObj<typeof meta>;

const inState = (state: ConnectButtonState, accountCount = 0): Story => ({
  args: { state, restState: state, accountCount },
});
const onTheWay = (state: ConnectButtonState): Story => ({ args: { state, restState: "idle" } });

export const NotConnected = inState("idle");
/** The accounts are not known yet. */
export const Loading = inState("loading");
/** The server is starting a session. */
export const Preparing = onTheWay("preparing");
export const DialogOpen = onTheWay("open");
/** The server is checking the new account. */
export const Saving = onTheWay("saving");
/** A press opens a menu of the account. */
export const Connected = inState("connected", 1);
export const SeveralAccounts = inState("connected", 3);
/** A press signs in again. */
export const NeedsAttention = inState("needs-attention", 1);
export const OneOfSeveralNeedsAttention = inState("needs-attention", 3);
/** The attempt failed; the reason is below. */
export const Failed: Story = {
  args: {
    state: "error",
    restState: "error",
    message: {
      text: "Couldn’t reach the server. Nothing was connected. Check your connection, then try again.",
      isError: true,
    },
  },
};
/** No further attempt is offered, because somebody else has to change something first. */
export const FailedForNow: Story = {
  args: {
    state: "error",
    restState: "error",
    canRetry: false,
    message: { text: "You can’t connect Gmail. Ask Priya Raman.", isError: true },
  },
};
/** Still reachable by keyboard. */
export const Disabled: Story = { args: { isDisabled: true } };
/** The server says why. */
export const NotAvailable: Story = {
  args: {
    isDisabled: true,
    message: { text: "Your plan does not include Gmail.", isError: false },
  },
};
/** A letter stands in for the logo. */
export const WithoutAnImage: Story = {
  args: { connector: { platform: "slack", name: "Slack", image: null } },
};
export const WithoutALogo: Story = { args: { showLogo: false } };

const inEverySize = (variant: "solid" | "outline" | "ghost"): Story => ({
  parameters: { controls: { include: ["showLogo"] } },
  render: (args) => (
    <div style={{ display: "flex", flexWrap: "wrap", gap: 12, alignItems: "center" }}>
      {(["sm", "md", "lg"] as const).map((size) => (
        <ViewWithAnchor key={size} {...args} variant={variant} size={size} />
      ))}
    </div>
  ),
});
/** 28, 36 and 44 px high. */
export const Solid = inEverySize("solid");
export const Outline = inEverySize("outline");
export const Ghost = inEverySize("ghost");
