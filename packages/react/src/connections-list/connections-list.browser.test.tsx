import "../styles/index.css";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { giveAccounts } from "../../test/accounts.ts";
import { listen } from "../../test/announcements.ts";
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
import { Product, render, signIn } from "../../test/render.tsx";
import { waitFor } from "../../test/wait.ts";
import { ConnectorGallery } from "../connector-gallery/connector-gallery.tsx";
import { connectors } from "../connector-gallery/connectors.fixtures.ts";
import { connection } from "./connections.fixtures.ts";
import { ConnectionsList, type ConnectionsListProps } from "./connections-list.tsx";

let viewer = "";

beforeEach(() => {
  viewer = signIn();
});
afterEach(async () => {
  await commands.routeFaults([]);
});

const show = (props: ConnectionsListProps = {}) => showListOf(viewer, props);

describe("what is shown", () => {
  test("what needs attention comes first, is counted, and is said once", async () => {
    await giveAccounts(viewer, [mail, brokenSales]);
    const said = listen();
    show();
    await ready();
    await expect.element(page.getByRole("listitem").first()).toHaveTextContent(/^Sales.*HubSpot/);
    await expect.element(row("Sales")).toHaveAttribute("data-state", "failed");
    await expect.element(row("Sales")).toHaveTextContent("HubSpot needs you to sign in again.");
    await waitFor(() => expect(said).toContain("polite: 1 needs attention"));
    expect(said.filter((sentence) => sentence.includes("attention"))).toHaveLength(1);
  });

  test("nothing connected: the way to the catalog", async () => {
    const onBrowse = vi.fn();
    show({ onBrowse });
    await expect.element(list()).toHaveAttribute("data-state", "empty");
    await page.getByRole("button", { name: "Browse integrations" }).click();
    expect(onBrowse).toHaveBeenCalledOnce();
  });

  test("the way to the catalog leads to the gallery that is in sight, else to AuthKit’s own", async () => {
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

  test("an error names its reference, and is over with the next try", async () => {
    const problem = { code: "internal", detail: "", requestId: "4be0-d815", status: 500 };
    const type = "application/problem+json";
    await commands.routeFaults([
      { method: "GET", path: "/connections", status: 500, body: JSON.stringify(problem), type },
    ]);
    show();
    await expect.element(list()).toHaveAttribute("data-state", "error");
    await expect.element(page.getByRole("alert")).toHaveTextContent("Reference 4be0-d815");
    await commands.routeFaults([]);
    page.getByRole("button", { name: "Try again" }).element().focus();
    await commands.press(["Enter"]);
    await expect.element(list()).toHaveAttribute("data-state", "empty");
    await expect.element(page.getByRole("heading", { name: "Connected accounts" })).toHaveFocus();
  });

  test("a refresh that fails leaves the list, and says so", async () => {
    await giveAccounts(viewer, [mail]);
    show();
    await ready();
    await commands.routeFaults([{ method: "GET", path: "/connections", status: 500 }]);
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect
      .element(page.getByText(/^As of .*The latest list couldn’t be read\.$/))
      .toBeVisible();
    await expect.element(row("Mail")).toBeVisible();
  });

  test("read-only: nothing to press in a row", async () => {
    await giveAccounts(viewer, [brokenSales]);
    show({ readOnly: true });
    await ready();
    expect(row("Sales").getByRole("button").query()).toBeNull();
  });

  test("no more of what may not be connected any more, and why", async () => {
    const unavailable = "Your plan has no more of it.";
    const known = connectors.map((connector) => ({ ...connector, unavailable }));
    const connections = [connection({ platform: "gmail", name: "Mail" })];
    render(
      <Product viewerKey={viewer} initialData={{ connectors: known, connections }}>
        <ConnectionsList />
      </Product>,
    );
    await ready();
    await options("Mail").click();
    const item = page.getByRole("menuitem", { name: "Add another Gmail account" });
    await expect.element(item).toHaveAttribute("aria-disabled", "true");
    await expect.element(item).toHaveTextContent(unavailable);
  });

  test("grouped by platform, what needs attention still in front", async () => {
    await giveAccounts(viewer, [mail, brokenSales]);
    show({ groupBy: "platform" });
    await ready();
    await expect.element(page.getByRole("list").first()).toHaveAccessibleName("HubSpot");
    await expect.element(page.getByRole("list", { name: "Gmail" })).toHaveTextContent("Mail");
  });
});

describe("when somebody else signs in", () => {
  const listOf = (person: string) => (
    <Product viewerKey={person}>
      <ConnectionsList />
    </Product>
  );

  test("nothing of the last viewer is left: no trace, no question, no problem", async () => {
    await giveAccounts(viewer, [mail, team, brokenSales]);
    const shown = render(listOf(viewer));
    await ready();
    await choose("Mail", "Disconnect…");
    await page.getByRole("button", { name: "Disconnect", exact: true }).click();
    await expect.element(row("Mail")).toHaveAttribute("data-state", "removed");
    await commands.routeFaults([{ method: "PATCH", path: "/connections", status: 502 }]);
    await rename("Sales", "Other");
    await expect.element(row("Sales")).toHaveAttribute("data-state", "problem");
    await choose("Team", "Disconnect…");
    await expect.element(page.getByRole("alertdialog")).toBeVisible();

    const seen: string[] = [];
    const observer = new MutationObserver(() => seen.push(shown.element.textContent ?? ""));
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    shown.rerender(listOf(signIn()));
    await expect.element(list()).toHaveAttribute("data-state", "empty");
    observer.disconnect();
    expect(seen.filter((text) => /Mail|Team|Sales/.test(text))).toEqual([]);
    expect(document.querySelector("dialog")).toBeNull();
  });
});
