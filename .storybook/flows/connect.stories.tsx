import { ConnectButton, ConnectionsList, ConnectorGallery } from "@authkit-ui/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { consoleLines } from "../fail-on-console.ts";
import { authKitButton, authKitField, signInAtProvider } from "./authkit-page.ts";

/** The three components on one page, over a server and a Pica of their own: everything works. */
const meta = {
  title: "Flows/Connect",
  tags: ["!autodocs"],
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
  await waitFor(() => expect(connectButton(canvas)).not.toHaveAttribute("data-state", "loading"));
  const button = connectButton(canvas);
  if (button) await userEvent.click(button);
}

/** Nothing is played here: connect, rename, reconnect, disconnect by yourself. */
export const TryItYourself: Story = {
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(connectButton(canvasElement)).toHaveAttribute("data-state", "idle"));
    await within(canvasElement).findAllByText("Slack");
  },
};

/** AuthKit’s page is alive in the dialog, and waits. */
export const ThePageIsOpen: Story = {
  parameters: { shows: { ConnectDialog: "open", ConnectButton: "open" } },
  play: async ({ canvasElement }) => {
    await pressConnect(canvasElement);
    await authKitButton("Continue to Gmail");
    await waitFor(() => expect(dialog()).toHaveAttribute("data-phase", "open"));
  },
};

export const ConnectGmail: Story = {
  play: async ({ canvasElement }) => {
    await pressConnect(canvasElement);
    await signInAtProvider("Gmail", "Allow");
    await waitFor(() =>
      expect(connectButton(canvasElement)).toHaveAttribute("data-state", "connected"),
    );
    expect(dialog()).toBeNull();
    await within(canvasElement).findByText("ann@marlowfinch.example");
  },
};

/** The person says no at the provider: the dialog stays, and says that nothing was connected. */
export const Declined: Story = {
  play: async ({ canvasElement }) => {
    await pressConnect(canvasElement);
    await signInAtProvider("Gmail", "Cancel");
    await waitFor(() => expect(dialog()?.querySelector("[role=alert]")).not.toBeNull());
    expect(dialog()?.querySelector("[role=alert]")).toHaveTextContent("Gmail wasn’t connected");
  },
};

/** A connector without a sign-in page of its own asks for a key. */
export const ConnectWithAKey: Story = {
  render: () => <ConnectButton platform="twilio" name="Twilio" />,
  play: async ({ canvasElement }) => {
    await pressConnect(canvasElement);
    const fields = [
      [await authKitField("Account SID"), "AC0123456789"],
      [await authKitField("Auth token"), "a-made-up-token"],
    ] as const;
    for (const [field, value] of fields) field.value = value;
    (await authKitButton("Connect")).click();
    await waitFor(() =>
      expect(connectButton(canvasElement)).toHaveAttribute("data-state", "connected"),
    );
  },
};

/** Signed in at the provider, but Pica cannot confirm it just now: nothing is lost. */
export const NotSaved: Story = {
  parameters: { shows: { ConnectDialog: "not_saved" } },
  play: async ({ canvasElement, loaded }) => {
    await pressConnect(canvasElement);
    await authKitButton("Continue to Gmail");
    loaded.backend.emulator.control.addFault({
      kind: "status",
      status: 500,
      path: "/v1/vault/connections*",
    });
    await signInAtProvider("Gmail", "Allow");
    await waitFor(() => expect(dialog()).toHaveAttribute("data-phase", "not_saved"));
  },
};

/** An ad blocker, a network or a policy keeps AuthKit’s page away: after ten seconds it is said. */
export const BlockedFrame: Story = {
  parameters: {
    connect: { faults: [{ kind: "blocked_framing" }] },
    // Why it may be, in words for developers.
    expectedInConsole: /shows no sign of life/,
  },
  play: async ({ canvasElement }) => {
    await pressConnect(canvasElement);
    await waitFor(() => expect(dialog()).toHaveAttribute("data-phase", "blocked"));
    await userEvent.click(within(document.body).getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(dialog()).toHaveAttribute("data-phase", "opening"));
    // A built Storybook has the kit as products ship it, which tells developers nothing.
    if (import.meta.env.DEV) await waitFor(() => expect(consoleLines()).toHaveLength(1));
  },
};

/** Somebody’s session at the product has ended: no dialog is left, and both lists say it. */
export const SignedOut: Story = {
  globals: { person: "nobody" },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findAllByText("You’re signed out");
  },
};
