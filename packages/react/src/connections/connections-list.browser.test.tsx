import "../styles/index.css";
import { afterEach, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { giveAccounts } from "../../test/accounts.ts";
import { listen } from "../../test/announcements.ts";
import { signInToProvider } from "../../test/authkit-page.ts";
import { violations } from "../../test/axe.ts";
import { Product, render, signIn } from "../../test/render.tsx";
import { waitFor } from "../../test/wait.ts";
import { ConnectorGallery } from "../connectors/connector-gallery.tsx";
import { connectors } from "../connectors/connectors.fixtures.ts";
import { connection } from "./connections.fixtures.ts";
import { ConnectionsList, type ConnectionsListProps } from "./connections-list.tsx";

const authKitOrigin = inject("authKitOrigin");
let viewer = "";

beforeEach(() => {
  viewer = signIn();
});
afterEach(async () => {
  vi.useRealTimers();
  await commands.routeFaults([]);
});

const mail = { platform: "gmail", name: "Mail" };
const team = { platform: "slack", name: "Team" };
const brokenSales = { platform: "hubspot", name: "Sales", state: "failed" } as const;

const show = (props: ConnectionsListProps = {}) =>
  render(
    <Product viewerKey={viewer}>
      <ConnectionsList {...props} />
    </Product>,
  );
const list = () => page.getByRole("region", { name: "Connected accounts" });
const row = (name: string) => page.getByRole("listitem").filter({ hasText: name });
const options = (name: string) => page.getByRole("button", { name: `Options for ${name}` });
const ready = () => expect.element(list()).toHaveAttribute("data-state", "ready");

async function choose(account: string, command: string) {
  await options(account).click();
  await page.getByRole("menuitem", { name: command }).click();
}

test("what a press needs is loaded with the first rows, before any press", async () => {
  const loaded = () => performance.getEntriesByType("resource").map(({ name }) => name);
  const shown = show();
  await expect.element(list()).toHaveAttribute("data-state", "empty");
  expect(loaded().join()).not.toMatch(/row-parts|connection-actions/);
  const other = signIn();
  await giveAccounts(other, [mail]);
  shown.rerender(
    <Product viewerKey={other}>
      <ConnectionsList />
    </Product>,
  );
  await ready();
  await waitFor(() => {
    expect(loaded().join()).toContain("/row-parts.ts");
    expect(loaded().join()).toContain("/connection-actions.ts");
  });
});

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

describe("disconnecting", () => {
  /** Disconnects Mail, under a clock that the test turns on. */
  async function leaveTrace() {
    await giveAccounts(viewer, [mail, team]);
    show();
    await ready();
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true });
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
    await expect.element(page.getByRole("menu")).toBeVisible();
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

  test("the trace waits for who is at it, then goes, and the focus stays in the list", async () => {
    await leaveTrace();
    await expect.element(row("Mail")).toHaveAttribute("data-state", "removed");
    await page.getByRole("button", { name: "Connect again: Mail" }).hover();
    await vi.advanceTimersByTimeAsync(20_000);
    await expect.element(row("Mail")).toBeVisible();
    await page.getByRole("heading").hover();
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
    await expect.element(page.getByRole("menu")).toBeVisible();
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
    await choose("Mail", "Rename");
    await commands.type("Other");
    await commands.press(["Enter"]);
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
}, 20_000);

test("a reconnect that cannot start says why in its row, and trying again starts anew", async () => {
  await giveAccounts(viewer, [mail, brokenSales]);
  const onError = vi.fn();
  show({ onError });
  await ready();
  await commands.routeFaults([{ method: "POST", path: "/sessions", status: 500 }]);
  await page.getByRole("button", { name: "Reconnect Sales" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
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
  const said = () => page.getByText("Something went wrong on our side. Nothing was connected.");

  test.for(["Add another Gmail account", "Disconnect…"])(
    "%s: the list says so",
    async (command) => {
      await giveAccounts(viewer, [mail, team]);
      await commands.routeFaults([noCatalog]);
      show();
      await ready();
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
    await choose("Sales", "Rename");
    await commands.type("Other");
    await commands.press(["Enter"]);
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
