import { expect } from "vitest";
import { commands, page } from "vitest/browser";
import {
  ConnectionsList,
  type ConnectionsListProps,
} from "../src/connections-list/connections-list.tsx";
import { Product, render } from "./render.tsx";

export const mail = { platform: "gmail", name: "Mail" };
export const team = { platform: "slack", name: "Team" };
export const brokenSales = { platform: "hubspot", name: "Sales", state: "failed" } as const;

export const showListOf = (viewer: string, props: ConnectionsListProps = {}) =>
  render(
    <Product viewerKey={viewer}>
      <ConnectionsList {...props} />
    </Product>,
  );
export const list = () => page.getByRole("region", { name: "Connected accounts" });
export const row = (name: string) => page.getByRole("listitem").filter({ hasText: name });
export const options = (name: string) => page.getByRole("button", { name: `Options for ${name}` });
export const ready = () => expect.element(list()).toHaveAttribute("data-state", "ready");

export async function choose(account: string, command: string) {
  await options(account).click();
  await page.getByRole("menuitem", { name: command }).click();
}

/** Types a new name where the old one stands, and saves it. */
export async function rename(account: string, name: string) {
  await choose(account, "Rename");
  await expect.element(page.getByRole("textbox", { name: `Name of ${account}` })).toHaveFocus();
  await commands.type(name);
  await commands.press(["Enter"]);
}
