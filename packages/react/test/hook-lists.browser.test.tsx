import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { commands, page } from "vitest/browser";
import type { ConnectEvent } from "../src/headless.ts";
import { signInToProvider } from "./authkit-page.ts";
import { accounts, connectAtPica, ready, rows, showAccountsOf } from "./hook-lists.tsx";
import { signIn } from "./render.tsx";
import { waitUntil } from "./wait.ts";

let viewer = "";

beforeEach(async () => {
  viewer = signIn();
  await commands.routeLog();
});
afterEach(async () => {
  await commands.routeFaults([]);
});

/** Presses Refresh until so many rows are there. */
const refreshUntil = (count: number) =>
  waitUntil(
    async () => {
      if (rows().elements().length === count) return true;
      await page.getByRole("button", { name: "Refresh" }).click();
      return false;
    },
    { interval: 500 },
  );

describe("The list of connections", () => {
  test("shows what needs attention first, and counts it", async () => {
    await connectAtPica(viewer, "gmail", { state: "failed" });
    await connectAtPica(viewer, "slack");
    showAccountsOf(viewer);
    await expect.element(rows().first()).toHaveTextContent("gmail failed");
    await expect.element(rows().nth(1)).toHaveTextContent("slack operational");
    await expect.element(accounts()).toHaveTextContent("1 need attention");
  });

  test("disconnects at once, and tells of it without naming anyone", async () => {
    const events: ConnectEvent[] = [];
    await connectAtPica(viewer, "gmail");
    await commands.routeFaults([{ method: "DELETE", path: "/connections", held: true }]);
    showAccountsOf(viewer, { onEvent: (event: ConnectEvent) => events.push(event) });
    await page.getByRole("button", { name: "Disconnect gmail" }).click();
    await expect.element(rows()).not.toBeInTheDocument();
    await commands.routeFaults([]);
    await waitUntil(() => events.length === 2);
    expect(events).toEqual([
      { name: "disconnect_confirmed", platform: "gmail", state: "operational" },
      { name: "disconnect_succeeded", platform: "gmail" },
    ]);
    await ready(accounts());
    expect(rows().elements()).toHaveLength(0);
  });

  test("a disconnect that the server refuses brings the row back", async () => {
    await connectAtPica(viewer, "gmail");
    await commands.routeFaults([
      { method: "DELETE", path: "/connections", status: 503, held: true },
    ]);
    showAccountsOf(viewer);
    await page.getByRole("button", { name: "Disconnect gmail" }).click();
    await expect.element(rows()).not.toBeInTheDocument();
    await commands.routeFaults([{ method: "DELETE", path: "/connections", status: 503 }]);
    await expect.element(rows()).toHaveTextContent("gmail operational");
  });

  test("a list that is read meanwhile does not bring a row back that is being removed", async () => {
    await connectAtPica(viewer, "gmail");
    await commands.routeFaults([{ method: "DELETE", path: "/connections", held: true }]);
    showAccountsOf(viewer);
    await page.getByRole("button", { name: "Disconnect gmail" }).click();
    await expect.element(rows()).not.toBeInTheDocument();
    await commands.routeLog();
    await page.getByRole("button", { name: "Refresh" }).click();
    await waitUntil(async () => (await commands.routeLog()).some((call) => call.startsWith("GET")));
    expect(rows().elements()).toHaveLength(0);
    await commands.routeFaults([]);
    await ready(accounts());
    expect(rows().elements()).toHaveLength(0);
  });

  test("renames at once, trimmed, and back when the server refuses", async () => {
    await connectAtPica(viewer, "gmail");
    showAccountsOf(viewer);
    await page.getByRole("button", { name: "Rename gmail" }).click();
    await expect.element(rows()).toHaveTextContent("Work operational");
    await connectAtPica(viewer, "slack");
    await commands.routeFaults([
      { method: "PATCH", path: "/connections", status: 500, held: true },
    ]);
    await refreshUntil(2);
    const slack = rows().filter({ hasText: "slack" });
    await page.getByRole("button", { name: "Rename slack" }).click();
    await expect.element(slack).not.toHaveTextContent("slack operational");
    await commands.routeFaults([{ method: "PATCH", path: "/connections", status: 500 }]);
    await expect.element(slack).toHaveTextContent("slack operational");
  });

  test("a list that is read meanwhile does not bring the old name back", async () => {
    await connectAtPica(viewer, "gmail");
    showAccountsOf(viewer);
    const refused = { method: "PATCH", path: "/connections", status: 500 };
    await commands.routeFaults([{ ...refused, held: true }]);
    await page.getByRole("button", { name: "Rename gmail" }).click();
    await expect.element(rows()).toHaveTextContent("Work operational");
    await connectAtPica(viewer, "slack");
    await refreshUntil(2);
    const gmail = rows().filter({ hasText: "gmail" });
    expect(gmail.element().textContent).toContain("Work operational");
    await commands.routeFaults([refused]);
    await expect.element(gmail).toHaveTextContent("gmail operational");
  });
});

describe("Reconnecting", () => {
  test("renews the connection in place: the row keeps its id", async () => {
    await connectAtPica(viewer, "gmail", { state: "failed" });
    showAccountsOf(viewer);
    await expect.element(rows()).toHaveTextContent("gmail failed");
    const before = rows().element().getAttribute("data-connection-id");
    await page.getByRole("button", { name: "Reconnect gmail" }).click();
    await expect.element(page.getByRole("dialog")).toHaveAccessibleName("Reconnect Gmail");
    await signInToProvider("Gmail");
    await expect.element(rows()).toHaveTextContent("gmail operational");
    expect(rows().elements()).toHaveLength(1);
    expect(rows().element().getAttribute("data-connection-id")).toBe(before);
  });
});
