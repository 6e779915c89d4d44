import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { ConnectButton } from "./connect-button.tsx";

const meta = {
  title: "Components/Connect button",
  component: ConnectButton,
  parameters: { connect: {} },
  args: { platform: "gmail" },
  // The catalog is read, and has a name.
  argTypes: { name: { control: false } },
  // Waits for the loaded state, so that axe checks what people see.
  play: async ({ canvasElement }) => {
    const isLoading = () => canvasElement.querySelector(".ak-connect[data-state=loading]") !== null;
    await waitFor(() => expect(isLoading()).toBe(false));
  },
} satisfies Meta<typeof ConnectButton>;

export default meta;
type Story = StoryObj<typeof meta>;

/** The real button over a server and a Pica of its own: press it. */
export const NothingConnected: Story = { argTypes: { identityType: { control: false } } };

/** Press it for the accounts, and for what can be done with them. */
export const TwoAccounts: Story = {
  parameters: {
    connect: {
      accounts: [
        { platform: "gmail", account: "ann@marlowfinch.co" },
        { platform: "gmail", account: "support@marlowfinch.co" },
      ],
    },
  },
};

/** The menu of one account, as a press opens it. */
export const MenuOpen: Story = {
  // A docs page plays nothing.
  tags: ["!autodocs"],
  parameters: {
    connect: { accounts: [{ platform: "gmail", account: "ann@marlowfinch.co" }] },
  },
  play: async (context) => {
    await meta.play(context);
    const canvas = within(context.canvasElement);
    await userEvent.click(await canvas.findByRole("button", { name: /Gmail/ }));
    await canvas.findByRole("menuitem", { name: "Add another account" });
  },
};

/** The provider wants Ann to sign in again: pressing it leads there. */
export const AccountNeedsAttention: Story = {
  parameters: {
    connect: {
      accounts: [{ platform: "gmail", account: "ann@marlowfinch.co", state: "failed" }],
    },
  },
};

/** Your own button, with the kit’s behaviour: `asChild`. */
export const YourOwnButton: Story = {
  // The other props are those of the kit's own button.
  parameters: { controls: { disable: true } },
  args: {
    asChild: true,
    children: (
      <button type="button" style={{ font: "inherit", padding: "0.5rem 1rem" }}>
        Bring your mail
      </button>
    ),
  },
};
