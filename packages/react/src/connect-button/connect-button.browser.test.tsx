import "../styles/index.css";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { giveAccounts } from "../../test/accounts.ts";
import { signInToProvider } from "../../test/authkit-page.ts";
import { violations } from "../../test/axe.ts";
import { Product, render, signIn } from "../../test/render.tsx";
import { waitFor } from "../../test/wait.ts";
import { ConnectButton, type ConnectButtonProps } from "./connect-button.tsx";

let viewer = "";
beforeEach(() => {
  viewer = signIn();
});

const show = (props: Partial<ConnectButtonProps> = {}) =>
  render(
    <Product viewerKey={viewer}>
      <ConnectButton platform="gmail" id="connect" {...props} />
    </Product>,
  );
const button = () => page.elementLocator(document.getElementById("connect") ?? document.body);
const isInState = (name: string) =>
  waitFor(() => expect(document.getElementById("connect")?.dataset.state).toBe(name));

test("keeps its width and the focus while an account is connected", async () => {
  const onConnected = vi.fn();
  show({ onConnected });
  await isInState("idle");
  const { width } = button().element().getBoundingClientRect();
  await button().click();
  await isInState("open");
  expect(button().element().getBoundingClientRect().width).toBeCloseTo(width, 0);
  await signInToProvider("Gmail");
  await isInState("connected");
  expect(onConnected).toHaveBeenCalledOnce();
  await expect.element(button()).toHaveFocus();
});

describe("the account menu", () => {
  test("closes when the button is pressed again, and has no accessibility violations", async () => {
    await giveAccounts(viewer, [{ platform: "gmail", name: "Mail" }]);
    show();
    await isInState("connected");
    await button().click();
    const menu = page.getByRole("menu");
    await expect.element(page.getByRole("menuitem", { name: "Mail" })).toHaveFocus();
    expect(await violations(menu.element())).toEqual([]);
    await button().click();
    await expect.element(menu).not.toBeInTheDocument();
    await expect.element(button()).toHaveFocus();
  });

  test.for(["ltr", "rtl"] as const)("starts where its button starts in %s text", async (dir) => {
    await giveAccounts(viewer, [{ platform: "gmail", name: "Mail" }]);
    show().element.dir = dir;
    await isInState("connected");
    await button().click();
    await expect.element(page.getByRole("menuitem", { name: "Mail" })).toHaveFocus();
    const edge = dir === "rtl" ? "right" : "left";
    const menuElement = page.getByRole("menu").element();
    await Promise.all(menuElement.getAnimations().map(({ finished }) => finished));
    const menu = menuElement.getBoundingClientRect();
    expect(menu[edge]).toBeCloseTo(button().element().getBoundingClientRect()[edge], 0);
    await commands.press(["Escape"]);
    await expect.element(button()).toHaveFocus();
  });
});
