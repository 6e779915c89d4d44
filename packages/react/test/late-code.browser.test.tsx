import "../src/styles/index.css";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { ConnectButton, ConnectionsList } from "../src/index.ts";
import { giveAccounts } from "./accounts.ts";
import { listen } from "./announcements.ts";
import { Product, render, signIn } from "./render.tsx";
import { waitFor } from "./wait.ts";

// What is loaded stays loaded: each file of code is met by one test, from the first press on.

let viewer = "";
beforeEach(() => {
  viewer = signIn();
});
const withheld = ["button-accounts.tsx", "row-parts.ts"];
afterEach(async () => {
  for (const file of withheld) await commands.giveCode(file);
});

const row = () => page.getByRole("listitem");
const tryAgain = () => page.getByRole("button", { name: /^Try again/ });
const once = (said: string[], sentence: string) =>
  waitFor(() => expect(said.filter((one) => one.includes(sentence))).toHaveLength(1));

test("a row’s menu that cannot be loaded says so, once, and opens when trying again helps", async () => {
  await commands.withholdCode("row-parts.ts", "fail");
  await giveAccounts(viewer, [{ platform: "gmail", name: "Mail" }]);
  const said = listen();
  render(
    <Product viewerKey={viewer}>
      <ConnectionsList />
    </Product>,
  );
  const options = page.getByRole("button", { name: "Options for Mail" });
  await options.click();
  await expect.element(row()).toHaveAttribute("data-state", "problem");
  await expect.element(row()).toHaveTextContent("Couldn’t reach the server");
  await once(said, "Couldn’t reach the server");
  // The account is as healthy as it was.
  await expect.element(row()).toHaveTextContent("Connected");

  await commands.withholdCode("row-parts.ts", "wait");
  await tryAgain().click();
  await expect.element(row()).toHaveAttribute("data-state", "operational");
  await expect.element(options).toHaveAttribute("aria-busy", "true");
  await expect.element(options).toHaveFocus();
  await commands.giveCode("row-parts.ts");
  await expect.element(page.getByRole("menuitem", { name: "Rename" })).toHaveFocus();
  await commands.press(["Escape"]);
  await expect.element(options).toHaveFocus();
  await expect.element(options).not.toHaveAttribute("aria-busy");
});

// Last: a button's accounts bring the code of changes along.
test("a button’s menu that cannot be loaded says so, once; the next press opens it", async () => {
  await commands.withholdCode("button-accounts.tsx", "fail");
  await giveAccounts(viewer, [{ platform: "gmail", name: "Mail" }]);
  const said = listen();
  const onError = vi.fn();
  render(
    <Product viewerKey={viewer}>
      <ConnectButton platform="gmail" onError={onError} />
    </Product>,
  );
  const button = page.getByRole("button", { name: "Connected, 1 Gmail account" });
  await button.click();
  await expect.element(page.getByRole("alert")).toHaveTextContent("Couldn’t reach the server");
  await once(said, "Couldn’t reach the server");
  // Nobody has tried to connect anything, and what is connected is.
  await expect.element(button).toHaveAttribute("data-state", "connected");
  expect(onError).not.toHaveBeenCalled();

  await commands.giveCode("button-accounts.tsx");
  await button.click();
  await expect.element(page.getByRole("menuitem", { name: "Mail" })).toHaveFocus();
  await expect.element(page.getByRole("alert")).not.toBeInTheDocument();
});
