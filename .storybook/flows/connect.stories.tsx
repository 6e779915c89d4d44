import { ConnectButton, ConnectionsList, ConnectorGallery } from "@authkit-ui/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { authKitButton, patience, signInAtProvider } from "./authkit-page.ts";

/** The three components on one page, over a server and a Pica of their own: everything works. */
const meta = {
  title: "Flows/Connect",
  parameters: { connect: {} },
  render: () => (
    <div className="story-stack">
      <ConnectButton platform="gmail" />
      <ConnectionsList />
      <ConnectorGallery featured={["gmail", "slack", "hubspot"]} />
    </div>
  ),
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const dialog = () => document.querySelector("dialog[open]");
const connectButton = (canvas: HTMLElement) =>
  canvas.querySelector<HTMLElement>(".ak-connect > button");

async function pressConnect(canvas: HTMLElement) {
  await waitFor(
    () => expect(connectButton(canvas)).not.toHaveAttribute("data-state", "loading"),
    patience,
  );
  const button = connectButton(canvas);
  if (button) await userEvent.click(button);
}

/** Nothing is played here: connect, rename, reconnect, disconnect by yourself. */
export const TryItYourself: Story = {
  play: async ({ canvasElement }) => {
    await waitFor(
      () => expect(connectButton(canvasElement)).toHaveAttribute("data-state", "idle"),
      patience,
    );
    await within(canvasElement).findAllByText("Slack", {}, patience);
  },
};

/** AuthKit’s page is alive in the dialog, and waits. */
export const ThePageIsOpen: Story = {
  parameters: { shows: { ConnectDialog: "open", ConnectButton: "open" } },
  play: async ({ canvasElement }) => {
    await pressConnect(canvasElement);
    await authKitButton("Continue to Gmail");
    await waitFor(() => expect(dialog()).toHaveAttribute("data-phase", "open"), patience);
  },
};

export const ConnectGmail: Story = {
  play: async ({ canvasElement }) => {
    await pressConnect(canvasElement);
    await signInAtProvider("Gmail", "Allow");
    await waitFor(
      () => expect(connectButton(canvasElement)).toHaveAttribute("data-state", "connected"),
      patience,
    );
    expect(dialog()).toBeNull();
    await within(canvasElement).findByText("ann@marlowfinch.example", {}, patience);
  },
};

/** The person says no at the provider: the dialog stays, and says that nothing was connected. */
export const Declined: Story = {
  play: async ({ canvasElement }) => {
    await pressConnect(canvasElement);
    await signInAtProvider("Gmail", "Cancel");
    await waitFor(() => expect(dialog()?.querySelector("[role=alert]")).not.toBeNull(), patience);
    expect(dialog()?.querySelector("[role=alert]")).toHaveTextContent("Gmail wasn’t connected");
  },
};
