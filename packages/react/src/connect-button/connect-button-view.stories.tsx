import type { Meta, StoryObj } from "@storybook/react-vite";
import { useRef } from "react";
import { connectors } from "../connector-gallery/connectors.fixtures.ts";
import type { ConnectButtonState } from "./connect-button-state.ts";
import { ConnectButtonView, type ConnectButtonViewProps } from "./connect-button-view.tsx";

const image = connectors.find(({ platform }) => platform === "gmail")?.image ?? null;

/** Keeps the element out of the story's arguments, which Storybook copies as plain data. */
function ViewWithAnchor(props: ConnectButtonViewProps) {
  return <ConnectButtonView {...props} anchor={useRef(null)} />;
}

const meta = {
  title: "Components/Connect button/States",
  component: ConnectButtonView,
  render: (args) => <ViewWithAnchor {...args} />,
  tags: ["!autodocs"],
  argTypes: {
    size: { control: "inline-radio", options: ["sm", "md", "lg"] },
    variant: { control: "inline-radio", options: ["solid", "outline", "ghost"] },
  },
  args: {
    state: "idle",
    restState: "idle",
    connector: { platform: "gmail", name: "Gmail", image },
    accounts: 0,
    size: "md",
    variant: "solid",
    isDisabled: false,
    anchor: { current: null },
  },
} satisfies Meta<typeof ConnectButtonView>;

export default meta;
type Story = StoryObj<typeof meta>;

const inState = (state: ConnectButtonState, accounts = 0): Story => ({
  args: { state, restState: state, accounts },
});
const onTheWay = (state: ConnectButtonState): Story => ({ args: { state, restState: "idle" } });

export const NotConnected = inState("idle");
export const AccountsNotKnownYet = inState("loading");
export const Preparing = onTheWay("preparing");
export const DialogOpen = onTheWay("open");
export const Saving = onTheWay("saving");
export const Connected = inState("connected", 1);
export const SeveralAccounts = inState("connected", 3);
export const NeedsAttention = inState("needs-attention", 1);
export const OneOfSeveralNeedsAttention = inState("needs-attention", 3);
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
export const Disabled: Story = { args: { isDisabled: true } };
export const NotAvailable: Story = {
  args: {
    isDisabled: true,
    message: { text: "Your plan does not include Gmail.", isError: false },
  },
};
export const WithoutAnImage: Story = {
  args: { connector: { platform: "slack", name: "Slack", image: null } },
};
export const WithoutALogo: Story = { args: { showLogo: false } };

const variants = ["solid", "outline", "ghost"] as const;
const sizes = ["sm", "md", "lg"] as const;
export const EveryVariantAndSize: Story = {
  render: (args) => (
    <div style={{ display: "flex", flexWrap: "wrap", gap: 12, alignItems: "center" }}>
      {variants.flatMap((variant) =>
        sizes.map((size) => (
          <ConnectButtonView key={variant + size} {...args} variant={variant} size={size} />
        )),
      )}
    </div>
  ),
};
