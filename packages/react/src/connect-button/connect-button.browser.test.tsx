import "../styles/index.css";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { giveAccounts } from "../../test/accounts.ts";
import { signInToProvider } from "../../test/authkit-page.ts";
import { violations } from "../../test/axe.ts";
import { connectInVain } from "../../test/refused-session.ts";
import { Product, render, signIn } from "../../test/render.tsx";
import { waitFor } from "../../test/wait.ts";
import { ConnectorGallery } from "../connector-gallery/connector-gallery.tsx";
import { ConnectButton, type ConnectButtonProps } from "./connect-button.tsx";

let viewer = "";
beforeEach(() => {
  viewer = signIn();
});
afterEach(() => commands.routeFaults([]));

const show = (props: Partial<ConnectButtonProps> = {}) =>
  render(
    <Product viewerKey={viewer}>
      <ConnectButton platform="gmail" id="connect" {...props} />
    </Product>,
  );
const button = () => page.elementLocator(document.getElementById("connect") ?? document.body);
const state = (name: string) =>
  waitFor(() => expect(document.getElementById("connect")?.dataset.state).toBe(name));

test("a whole life: connect, on its way, connected, another account, disconnected", async () => {
  const onConnected = vi.fn();
  const onDisconnected = vi.fn();
  show({ onConnected, onDisconnected });
  await state("idle");
  await expect.element(button()).toHaveAccessibleName("Connect Gmail");
  const width = button().element().getBoundingClientRect().width;

  await button().click();
  await state("open");
  await expect.element(button()).toHaveAttribute("aria-busy", "true");
  await expect.element(button()).toHaveAccessibleName("Connect Gmail: Connecting…");
  expect(button().element().getBoundingClientRect().width).toBeCloseTo(width, 0);
  await signInToProvider("Gmail");

  await state("connected");
  expect(onConnected).toHaveBeenCalledOnce();
  await expect.element(button()).toHaveAccessibleName("Connected, 1 Gmail account");
  await expect.element(button()).toHaveFocus();

  await commands.press(["Enter"]);
  await expect.element(page.getByRole("menuitem").first()).toHaveFocus();
  await commands.press(["End", "Enter"]);
  await signInToProvider("Gmail");
  // While it is saving, the label that it will have holds the width already.
  await waitFor(() => expect(button().element().textContent).toBe("2 connected"));

  await button().click();
  await page.getByRole("menuitem").first().click();
  await page.getByRole("menuitem", { name: "Disconnect…" }).click();
  await page.getByRole("button", { name: "Disconnect", exact: true }).click();
  await waitFor(() => expect(button().element().textContent).toBe("Connected"));
  await expect.element(button()).toHaveFocus();
  expect(onDisconnected).toHaveBeenCalledOnce();
});

describe("the menu of accounts", () => {
  test("moves with the arrow keys and letters, closes with Escape, and axe finds nothing", async () => {
    await giveAccounts(viewer, [{ platform: "gmail", name: "Mail" }]);
    show();
    await state("connected");
    button().element().focus();
    await commands.press(["Enter"]);
    const menu = page.getByRole("menu", { name: "1 Gmail account" });
    await expect.element(menu).toBeVisible();
    await expect.element(button()).toHaveAttribute("aria-expanded", "true");
    expect(await violations(menu.element())).toEqual([]);
    await expect.element(page.getByRole("menuitem", { name: "Mail" })).toHaveFocus();
    await commands.press(["a"]);
    await expect.element(page.getByRole("menuitem", { name: "Add another account" })).toHaveFocus();
    await commands.press(["ArrowDown"]);
    await expect.element(page.getByRole("menuitem", { name: "Mail" })).toHaveFocus();
    await commands.press(["Enter", "End", "Enter"]);
    await expect.element(page.getByRole("menuitem", { name: "Mail" })).toHaveFocus();
    await commands.press(["Escape"]);
    await expect.element(menu).not.toBeInTheDocument();
    await expect.element(button()).toHaveFocus();
  });

  test("a press on the button closes it again", async () => {
    await giveAccounts(viewer, [{ platform: "gmail", name: "Mail" }]);
    show();
    await state("connected");
    await button().click();
    await expect.element(page.getByRole("menuitem", { name: "Mail" })).toHaveFocus();
    await button().click();
    await expect.element(page.getByRole("menu")).not.toBeInTheDocument();
  });
});

test("one broken account: the press renews it", async () => {
  await giveAccounts(viewer, [{ platform: "gmail", state: "failed" }]);
  show();
  await state("needs-attention");
  await button().click();
  await expect.element(page.getByRole("dialog", { name: "Reconnect Gmail" })).toBeVisible();
  await signInToProvider("Gmail");
  await state("connected");
});

test("what failed is said in the dialog, then below, and trying again works", async () => {
  const onError = vi.fn();
  show({ onError });
  await state("idle");
  await connectInVain(() => button().click());
  await state("error");
  await expect.element(button()).toHaveAccessibleName("Try again to connect Gmail");
  await expect.element(page.getByRole("alert")).toHaveTextContent("Nothing was connected.");
  expect(onError).toHaveBeenCalledOnce();
  await commands.routeFaults([]);
  await button().click();
  await expect.element(page.getByRole("dialog")).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await state("idle");
});

test("trying again after a failed reconnect reconnects that account", async () => {
  await giveAccounts(viewer, [{ platform: "gmail", name: "Mail" }]);
  show();
  await state("connected");
  await button().click();
  await page.getByRole("menuitem", { name: "Mail" }).click();
  await connectInVain(() => page.getByRole("menuitem", { name: "Reconnect" }).click());
  await state("error");
  await commands.routeFaults([]);
  await button().click();
  await expect.element(page.getByRole("dialog", { name: "Reconnect Gmail" })).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
});

test("a failure is over once the account is connected elsewhere on the page", async () => {
  render(
    <Product viewerKey={viewer}>
      <ConnectButton platform="gmail" id="connect" />
      <ConnectorGallery platforms={["gmail"]} />
    </Product>,
  );
  await state("idle");
  const card = page.getByRole("listitem");
  // Its button has the same name: only a locator made beside it tells the two apart.
  await expect.element(card).toHaveAttribute("data-state", "available");
  await connectInVain(() => button().click());
  await state("error");
  await commands.routeFaults([]);
  await card.getByRole("button", { name: "Connect Gmail" }).click();
  await signInToProvider("Gmail");
  await state("connected");
  await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
});

test("a failure is no other platform’s, and no other identity’s", async () => {
  const product = (props: ConnectButtonProps) => (
    <Product viewerKey={viewer}>
      <ConnectButton id="connect" {...props} />
    </Product>
  );
  const { rerender } = render(product({ platform: "gmail" }));
  await state("idle");
  await connectInVain(() => button().click());
  await state("error");
  rerender(product({ platform: "slack" }));
  await state("idle");
  rerender(product({ platform: "gmail" }));
  await state("error");
  rerender(product({ platform: "gmail", identityType: "team" }));
  await state("idle");
});

test("a product’s own element gets the behaviour and keeps its words", async () => {
  const onPress = vi.fn();
  show({
    asChild: true,
    children: (
      <button type="button" className="host-button" onClick={onPress}>
        Link your mail
      </button>
    ),
  });
  await state("idle");
  await expect.element(button()).toHaveAccessibleName("Link your mail");
  await expect.element(button()).toHaveClass("host-button");
  await button().click();
  expect(onPress).toHaveBeenCalledOnce();
  await expect.element(page.getByRole("dialog", { name: "Connect Gmail" })).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
});

test("pressing a disabled one does nothing, and it can still be focused and read", async () => {
  show({ disabled: true });
  await state("idle");
  await button().click({ force: true });
  button().element().focus();
  await expect.element(button()).toHaveFocus();
  await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
});
