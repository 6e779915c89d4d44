import "../styles/index.css";
import { afterEach, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { giveAccounts } from "../../test/accounts.ts";
import { listen } from "../../test/announcements.ts";
import { signInToProvider } from "../../test/authkit-page.ts";
import { violations } from "../../test/axe.ts";
import {
  brokenSales,
  choose,
  list,
  mail,
  options,
  ready,
  rename,
  row,
  showListOf,
  team,
} from "../../test/connections-list.tsx";
import { connectInVain } from "../../test/refused-session.ts";
import { signIn } from "../../test/render.tsx";
import { slowDownTimers } from "../../test/slow-timers.ts";
import { waitFor } from "../../test/wait.ts";
import type { ConnectionsListProps } from "./connections-list.tsx";

const authKitOrigin = inject("authKitOrigin");
let viewer = "";

beforeEach(() => {
  viewer = signIn();
});
afterEach(async () => {
  await commands.routeFaults([]);
});

const show = (props: ConnectionsListProps = {}) => showListOf(viewer, props);

describe("disconnecting", () => {
  /** Disconnects Mail, under a clock that the test turns on. */
  async function leaveTrace() {
    await giveAccounts(viewer, [mail, team]);
    show();
    await ready();
    slowDownTimers();
    await choose("Mail", "Disconnect…");
    await page.getByRole("button", { name: "Disconnect" }).click();
  }

  test("by keyboard: asked first, the safe answer in front, the trace stays a while", async () => {
    await giveAccounts(viewer, [mail, team]);
    const onDisconnected = vi.fn();
    const said = listen();
    show({ onDisconnected });
    await ready();
    options("Mail").element().focus();
    await commands.press(["Enter"]);
    await expect.element(page.getByRole("menuitem").first()).toHaveFocus();
    await commands.press(["End", "Enter"]);
    const dialog = page.getByRole("alertdialog", { name: "Disconnect Mail?" });
    await expect.element(dialog).toBeVisible();
    await expect.element(page.getByRole("button", { name: "Keep connected" })).toHaveFocus();
    expect(await violations(dialog.element())).toEqual([]);

    await commands.press(["Tab", "Enter"]);
    await expect.element(dialog).not.toBeInTheDocument();
    await expect.element(row("Mail")).toHaveAttribute("data-state", "removed");
    await expect.element(row("Mail")).toHaveFocus();
    expect(said.filter((sentence) => sentence === "polite: Mail is disconnected.")).toHaveLength(1);
    expect(onDisconnected).toHaveBeenCalledOnce();
    const left = (await commands.control(authKitOrigin, "connections")) as { identity: string }[];
    expect(left.filter(({ identity }) => identity === viewer)).toHaveLength(1);
  });

  /** What an event changed has its effects two frames later. */
  async function settled() {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  }

  test("the trace waits for who is at it, then goes, and the focus stays in the list", async () => {
    await leaveTrace();
    await expect.element(row("Mail")).toHaveAttribute("data-state", "removed");
    await page.getByRole("button", { name: "Connect again: Mail" }).hover();
    await settled();
    await vi.advanceTimersByTimeAsync(20_000);
    await expect.element(row("Mail")).toBeVisible();
    await page.getByRole("heading").hover();
    await settled();
    await vi.advanceTimersByTimeAsync(6_000);
    await expect.element(row("Mail")).not.toBeInTheDocument();
    expect(list().element().contains(document.activeElement)).toBe(true);
  });

  test("connected again from its trace: the dialog gives the focus back beside it", async () => {
    await leaveTrace();
    const again = page.getByRole("button", { name: "Connect again: Mail" });
    await expect.element(again).toBeVisible();
    again.element().focus();
    await commands.press(["Enter"]);
    await expect.element(page.getByRole("dialog", { name: "Connect Gmail" })).toBeVisible();
    await vi.advanceTimersByTimeAsync(6_000);
    await expect.element(row("Mail")).not.toBeInTheDocument();
    await page.getByRole("button", { name: "Close" }).click();
    await expect.element(row("Team")).toHaveFocus();
  });

  test("kept: nothing happens, and the focus is back where it was", async () => {
    await giveAccounts(viewer, [mail]);
    show();
    await ready();
    await choose("Mail", "Disconnect…");
    await expect.element(page.getByRole("button", { name: "Keep connected" })).toHaveFocus();
    await commands.press(["Escape"]);
    await expect.element(options("Mail")).toHaveFocus();
    await expect.element(row("Mail")).toHaveAttribute("data-state", "operational");
  });

  test("refused: said in the dialog, the row is back, and trying again works", async () => {
    await giveAccounts(viewer, [mail]);
    const said = listen();
    show();
    await ready();
    await commands.routeFaults([{ method: "DELETE", path: "/connections", status: 502 }]);
    await choose("Mail", "Disconnect…");
    await page.getByRole("button", { name: "Disconnect" }).click();
    const sentence = "Couldn’t disconnect. Gmail didn’t answer. It’s still connected.";
    await expect.element(page.getByRole("alertdialog")).toHaveTextContent(sentence);
    expect(said.filter((one) => one === `assertive: ${sentence}`)).toHaveLength(1);

    await page.getByRole("button", { name: "Keep connected" }).click();
    await expect.element(row("Mail")).toHaveAttribute("data-state", "problem");
    await commands.routeFaults([]);
    await page.getByRole("button", { name: "Try again: Mail" }).click();
    await page.getByRole("button", { name: "Disconnect", exact: true }).click();
    await expect.element(row("Mail")).toHaveAttribute("data-state", "removed");
  });
});

describe("renaming", () => {
  test("by keyboard, where the name stands: Enter saves", async () => {
    await giveAccounts(viewer, [mail]);
    const said = listen();
    show();
    await ready();
    options("Mail").element().focus();
    await commands.press(["Enter"]);
    await expect.element(page.getByRole("menuitem", { name: "Rename" })).toHaveFocus();
    await commands.press(["Enter"]);
    await expect.element(page.getByRole("textbox", { name: "Name of Mail" })).toHaveFocus();
    await commands.type("Client support");
    await commands.press(["Enter"]);
    await expect.element(row("Client support")).toHaveFocus();
    await waitFor(() => expect(said).toContain("polite: Renamed to Client support."));
  });

  test("refused: the old name is back, with what to do", async () => {
    await giveAccounts(viewer, [mail]);
    show();
    await ready();
    await commands.routeFaults([{ method: "PATCH", path: "/connections", status: 502 }]);
    await rename("Mail", "Other");
    await expect.element(row("Mail")).toHaveTextContent("Couldn’t rename");
    await commands.routeFaults([]);
    await page.getByRole("button", { name: "Try again: Mail" }).click();
    await expect.element(row("Other")).toHaveAttribute("data-state", "operational");
  });
});

test("reconnecting renews the row in place, and takes the focus there", async () => {
  await giveAccounts(viewer, [{ ...mail, state: "failed" }]);
  const onConnected = vi.fn();
  show({ onConnected });
  await ready();
  await page.getByRole("button", { name: "Reconnect Mail" }).click();
  await expect.element(page.getByRole("dialog", { name: "Reconnect Gmail" })).toBeVisible();
  await signInToProvider("Gmail");
  await expect.element(row("Mail")).toHaveAttribute("data-state", "operational");
  await expect.element(row("Mail")).toHaveFocus();
  expect(onConnected).toHaveBeenCalledOnce();
});

test("a reconnect that cannot start says why in its row, and trying again starts anew", async () => {
  await giveAccounts(viewer, [mail, brokenSales]);
  const onError = vi.fn();
  show({ onError });
  await ready();
  await connectInVain(() => page.getByRole("button", { name: "Reconnect Sales" }).click());
  await expect.element(row("Sales")).toHaveAttribute("data-state", "problem");
  await expect.element(page.getByRole("alert")).toHaveTextContent("Nothing was connected.");
  await expect.element(row("Mail")).toHaveAttribute("data-state", "operational");
  expect(onError).toHaveBeenCalledOnce();
  await commands.routeFaults([]);
  await page.getByRole("button", { name: "Try again: Sales" }).click();
  await expect.element(page.getByRole("dialog", { name: "Reconnect HubSpot" })).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await expect.element(row("Sales")).toHaveAttribute("data-state", "failed");
});

describe("a connect that fails before its dialog shows, because the catalog is not read", () => {
  const noCatalog = { method: "GET", path: "/connectors", status: 405 };
  const said = () =>
    page.getByText("Connecting isn’t set up yet. This product’s connection setup isn’t complete.");

  test.for(["Add another Gmail account", "Disconnect…"])(
    "%s: the list says so",
    async (command) => {
      await giveAccounts(viewer, [mail, team]);
      await commands.routeFaults([noCatalog]);
      show();
      await ready();
      slowDownTimers();
      await choose("Mail", command);
      if (command === "Disconnect…") {
        await page.getByRole("button", { name: "Disconnect", exact: true }).click();
        await page.getByRole("button", { name: "Connect again: Mail" }).click();
      }
      await expect.element(said()).toBeVisible();
      await commands.routeFaults([]);
      await page.getByRole("button", { name: "Try again" }).click();
      await expect.element(page.getByRole("dialog", { name: "Connect Gmail" })).toBeVisible();
      expect(said().query()).toBeNull();
      await page.getByRole("button", { name: "Close" }).click();
      await expect.element(page.getByRole("heading", { name: "Connected accounts" })).toHaveFocus();
      await choose("Team", "Add another Slack account");
      await expect.element(page.getByRole("dialog", { name: "Connect Slack" })).toBeVisible();
      expect(said().query()).toBeNull();
      await page.getByRole("button", { name: "Close" }).click();
    },
  );
});
