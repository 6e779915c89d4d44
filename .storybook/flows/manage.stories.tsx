import { ConnectionsList } from "@authkit-ui/react";
import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, userEvent, waitFor, within } from "storybook/test";
import { find, signInAtProvider } from "./authkit-page.ts";

/** What Ann can do with accounts that she has: over a server and a Pica of their own. */
const meta = {
  title: "Flows/Manage",
  tags: ["!autodocs"],
  parameters: {
    connect: {
      accounts: [
        { platform: "gmail", account: "ann@marlowfinch.co" },
        { platform: "slack", account: "Marlow Finch" },
        { platform: "hubspot", account: "Marlow Finch CRM", state: "failed" },
      ],
    },
  },
  render: () => <ConnectionsList />,
} satisfies Meta;

export default meta;
type Story = StoryObj<typeof meta>;

const rows = (canvas: HTMLElement) => [
  ...canvas.querySelectorAll<HTMLElement>(".ak-row[data-connection-id]"),
];
const rowOf = (canvas: HTMLElement, account: string) =>
  find(
    () =>
      rows(canvas).find((row) => row.querySelector(".ak-row-name bdi")?.textContent === account),
    `row of ${account}`,
  );

async function choose(canvas: HTMLElement, account: string, item: string) {
  const row = await rowOf(canvas, account);
  await userEvent.click(within(row).getByRole("button", { name: `Options for ${account}` }));
  await userEvent.click(await within(row).findByRole("menuitem", { name: item }));
}

/** Nothing is played here. */
export const TryItYourself: Story = {
  play: async ({ canvasElement }) => {
    await rowOf(canvasElement, "Marlow Finch CRM");
    expect(rows(canvasElement)).toHaveLength(3);
  },
};

export const Rename: Story = {
  parameters: { shows: { ConnectionsList: "ready", ConnectionRow: "operational" } },
  play: async ({ canvasElement }) => {
    await choose(canvasElement, "Marlow Finch", "Rename");
    const field = await within(canvasElement).findByRole("textbox");
    await userEvent.clear(field);
    await userEvent.type(field, "Studio{Enter}");
    await rowOf(canvasElement, "Studio");
  },
};

/** Enter saves, Escape cancels. */
export const Renaming: Story = {
  parameters: { shows: { ConnectionRow: "editing" } },
  play: async ({ canvasElement }) => {
    await choose(canvasElement, "Marlow Finch", "Rename");
    await waitFor(() => expect(within(canvasElement).getByRole("textbox")).toHaveFocus());
  },
};

export const Disconnect: Story = {
  parameters: { shows: { ConnectionRow: "removed" } },
  play: async ({ canvasElement, loaded }) => {
    await choose(canvasElement, "Marlow Finch", "Disconnect…");
    const dialog = await within(document.body).findByRole("alertdialog");
    await userEvent.click(within(dialog).getByRole("button", { name: "Disconnect" }));
    await find(() => canvasElement.querySelector(".ak-row[data-state=removed]"), "trace of Slack");
    const { emulator } = loaded.backend;
    expect(emulator.control.connections()).toHaveLength(2);
  },
};

/** Pica does not answer: the account stays, and the row says so. */
export const CouldNotDisconnect: Story = {
  parameters: { shows: { ConnectionRow: "error" } },
  play: async ({ canvasElement, loaded }) => {
    await rowOf(canvasElement, "Marlow Finch");
    loaded.backend.emulator.control.addFault({ kind: "status", status: 500, method: "DELETE" });
    await choose(canvasElement, "Marlow Finch", "Disconnect…");
    const dialog = await within(document.body).findByRole("alertdialog");
    await userEvent.click(within(dialog).getByRole("button", { name: "Disconnect" }));
    await within(dialog).findByRole("alert");
    await userEvent.click(within(dialog).getByRole("button", { name: "Keep connected" }));
    await find(() => canvasElement.querySelector(".ak-row[data-state=error]"), "error");
  },
};

/** Ann signs in at HubSpot again: same row, same id, a new key behind it. */
export const Reconnect: Story = {
  play: async ({ canvasElement, loaded }) => {
    const row = await rowOf(canvasElement, "Marlow Finch CRM");
    const { connectionId } = row.dataset;
    expect(row).toHaveAttribute("data-state", "failed");
    await userEvent.click(within(row).getByRole("button", { name: "Reconnect Marlow Finch CRM" }));
    await signInAtProvider("HubSpot", "Allow");
    await waitFor(() =>
      expect(canvasElement.querySelector(`[data-connection-id="${connectionId}"]`)).toHaveAttribute(
        "data-state",
        "operational",
      ),
    );
    await waitFor(() => expect(loaded.backend.emulator.control.connections()).toHaveLength(3));
  },
};
