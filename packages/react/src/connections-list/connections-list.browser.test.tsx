import "../styles/index.css";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { giveAccounts } from "../../test/accounts.ts";
import { choose, list, mail, ready, row, showListOf, team } from "../../test/connections-list.tsx";
import { Product, render, signIn } from "../../test/render.tsx";
import { slowDownTimers } from "../../test/slow-timers.ts";
import { ConnectorGallery } from "../connector-gallery/connector-gallery.tsx";
import { ConnectionsList } from "./connections-list.tsx";

let viewer = "";
beforeEach(() => {
  viewer = signIn();
});

test("the empty list leads to the gallery in sight, or else to AuthKit’s own catalog", async () => {
  const product = (isHidden: boolean) => (
    <Product viewerKey={viewer}>
      <ConnectionsList />
      <div hidden>
        <ConnectorGallery title="Not in sight" />
      </div>
      <div hidden={isHidden}>
        <ConnectorGallery title="In sight" />
      </div>
    </Product>
  );
  const { rerender } = render(product(false));
  const browse = page.getByRole("button", { name: "Browse integrations" });
  await browse.click();
  const gallery = page.getByRole("region", { name: "In sight" });
  await expect.element(gallery.getByRole("searchbox")).toHaveFocus();
  rerender(product(true));
  await browse.click();
  await expect.element(page.getByRole("dialog", { name: "Connect an account" })).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
});

describe("the row of a disconnected account", () => {
  /** Disconnects Mail, under a clock that the test turns on. */
  async function disconnectMail() {
    await giveAccounts(viewer, [mail, team]);
    showListOf(viewer);
    await ready();
    slowDownTimers();
    await choose("Mail", "Disconnect…");
    await page.getByRole("button", { name: "Disconnect" }).click();
    await expect.element(row("Mail")).toHaveAttribute("data-state", "removed");
  }

  /** What an event changed has its effects two frames later. */
  async function settled() {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
  }

  test("stays while the pointer is on it, then goes, and the focus stays in the list", async () => {
    await disconnectMail();
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

  test("goes while its connect dialog is open, which returns the focus to the next row", async () => {
    await disconnectMail();
    page.getByRole("button", { name: "Connect again: Mail" }).element().focus();
    await commands.press(["Enter"]);
    await expect.element(page.getByRole("dialog", { name: "Connect Gmail" })).toBeVisible();
    await vi.advanceTimersByTimeAsync(6_000);
    await expect.element(row("Mail")).not.toBeInTheDocument();
    await page.getByRole("button", { name: "Close" }).click();
    await expect.element(row("Team")).toHaveFocus();
  });
});
