import "../../src/styles/index.css";
import { describe, expect, inject, test } from "vitest";
import { commands, page } from "vitest/browser";
import { connection } from "../../src/connections-list/connections.fixtures.ts";
import { connectors } from "../../src/connector-gallery/connectors.fixtures.ts";
import { ConnectButton, ConnectionsList, type ConnectProviderProps } from "../../src/index.ts";
import { giveAccounts } from "../accounts.ts";
import { signInToProvider } from "../authkit-page.ts";
import { Button } from "../button.tsx";
import { Product, render, signIn } from "../render.tsx";
import { waitUntil } from "../wait.ts";
import { hosts } from "./host-libraries.tsx";

type InitialData = ConnectProviderProps["initialData"];

const button = (name: string) => page.getByRole("button", { name, exact: true });
const slack = () => button("Connect Slack");
const ours = () => document.querySelector<HTMLDialogElement>("dialog.ak-connect-dialog");
const hostLayer = () => document.querySelector("[data-testid=layer]");

function expectHostIsOpen() {
  expect(hostLayer()?.checkVisibility()).toBe(true);
}

/** Whether a press at an element's middle would reach it. */
function isOnTop(element: Element): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  const hit = document.elementFromPoint(x + width / 2, y + height / 2);
  return element.contains(hit);
}

async function openDialog() {
  await slack().click();
  await waitUntil(() => ours());
  expectHostIsOpen();
}

async function closesByEscape() {
  await openDialog();
  const { host } = new URL(inject("authKitOrigin"));
  await page.getByRole("dialog", { name: "Connect Slack" }).getByText(host).click();
  // And beside the dialog.
  await page.elementLocator(document.documentElement).click({ position: { x: 5, y: 5 } });
  expect(ours()?.open).toBe(true);
  await commands.press(["Escape"]);
  await waitUntil(() => ours() === null);
  expectHostIsOpen();
  await expect.element(slack()).toHaveFocus();
}

async function closesByItsButton() {
  await openDialog();
  const close = button("Close");
  expect(isOnTop(close.element())).toBe(true);
  await close.click();
  await waitUntil(() => ours() === null);
  expectHostIsOpen();
  await expect.element(slack()).toHaveFocus();
}

async function connectsToTheEnd() {
  await openDialog();
  await signInToProvider("Slack");
  await waitUntil(() => ours() === null);
  expectHostIsOpen();
  const row = page.getByRole("listitem").filter({ hasText: "Slack" });
  await expect.element(row).toHaveFocus();
}

async function opensTheAccountMenu() {
  const accounts = page.getByRole("button", { name: /^Connected, 1 Gmail account/ });
  await accounts.click();
  const item = page.getByRole("menuitem", { name: "Mail" });
  await expect.element(item).toHaveFocus();
  expect(isOnTop(item.element())).toBe(true);
  await commands.press(["Escape"]);
  await expect.element(page.getByRole("menu")).not.toBeInTheDocument();
  expectHostIsOpen();
  await expect.element(accounts).toHaveFocus();
}

async function chooses(command: string, account: string) {
  await button(`Options for ${account}`).click();
  const item = page.getByRole("menuitem", { name: command });
  await expect.element(page.getByRole("menuitem").first()).toHaveFocus();
  expect(isOnTop(item.element())).toBe(true);
  await item.click();
}

async function renames() {
  await chooses("Rename", "Mail");
  const field = page.getByRole("textbox", { name: "Name of Mail" });
  await expect.element(field).toHaveFocus();
  await commands.press(["Escape"]);
  await expect.element(field).not.toBeInTheDocument();
  expectHostIsOpen();
  await chooses("Rename", "Mail");
  await expect.element(field).toHaveFocus();
  await commands.type("Post");
  await commands.press(["Enter"]);
  await expect.element(button("Options for Post")).toBeVisible();
  expectHostIsOpen();
}

async function disconnects() {
  await chooses("Disconnect…", "Post");
  await expect.element(button("Keep connected")).toHaveFocus();
  await commands.press(["Escape"]);
  await expect.element(page.getByRole("alertdialog")).not.toBeInTheDocument();
  expectHostIsOpen();
  await expect.element(button("Options for Post")).toHaveFocus();
  await chooses("Disconnect…", "Post");
  const confirm = button("Disconnect");
  await expect.element(confirm).toBeVisible();
  expect(isOnTop(confirm.element())).toBe(true);
  await confirm.click();
  const trace = page.getByRole("listitem").filter({ hasText: "Post disconnected" });
  await expect.element(trace).toHaveAttribute("data-state", "removed");
  expectHostIsOpen();
  await waitUntil(() => hostLayer()?.contains(document.activeElement) ?? false);
}

const mail = connection({ platform: "gmail", name: "Mail" });

async function show(name: string, viewer: string, initialData?: InitialData) {
  render(
    <Product viewerKey={viewer} initialData={initialData}>
      {hosts[name]?.(
        <>
          <Button platform="slack" label="Connect Slack" />
          <ConnectButton platform="gmail" />
          <ConnectionsList />
        </>,
      )}
    </Product>,
  );
  if (name.includes("Headless UI Popover")) await button("Layer").click();
  await expect.element(button("Options for Mail")).toBeVisible();
  // vaul takes a press on a drawer that still slides in for a drag, and closes it.
  const animations = hostLayer()?.getAnimations() ?? [];
  await Promise.allSettled(animations.map(({ finished }) => finished));
}

test.for(Object.keys(hosts))(
  "opens its dialog and its menu inside %s, which stays open when they close",
  async (name) => {
    const viewer = signIn();
    await show(name, viewer, { connectors, connections: [mail] });
    await closesByEscape();
    await opensTheAccountMenu();
  },
);

// One of each kind of layer: the top layer, a portal that traps the focus, a trap without a role. What
// takes a press for outside is the Headless UI Popover below.
describe.for(["a native dialog", "a Radix Dialog", "a focus trap without a role"])(
  "inside %s",
  (name) => {
    test("connects an account from the kit's dialog, and stays open", async () => {
      await show(name, signIn(), { connectors, connections: [mail] });
      await closesByItsButton();
      await connectsToTheEnd();
    });

    test("renames and disconnects an account, and stays open", async () => {
      const viewer = signIn();
      await giveAccounts(viewer, [{ platform: "gmail", name: "Mail" }]);
      await show(name, viewer);
      await renames();
      await disconnects();
    });
  },
);

test("keeps the focus in a Headless UI Popover when the list of accounts is outside it", async () => {
  render(
    <Product viewerKey={signIn()}>
      {hosts["a Headless UI Popover"]?.(<ConnectButton platform="slack" />)}
      <ConnectionsList />
    </Product>,
  );
  await button("Layer").click();
  await openDialog();
  await signInToProvider("Slack");
  await waitUntil(() => ours() === null);
  await expect.element(page.getByRole("listitem").filter({ hasText: "Slack" })).toBeVisible();
  expectHostIsOpen();
  await expect.element(page.getByRole("button", { name: /^Connected, 1 Slack/ })).toHaveFocus();
});
