import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import {
  accounts,
  Catalog,
  catalog,
  connectAtPica,
  ready,
  rows,
  showAccountsOf,
} from "./hook-lists.tsx";
import { Product, render, signIn } from "./render.tsx";
import { waitUntil } from "./wait.ts";

let viewer = "";

beforeEach(async () => {
  viewer = signIn();
  await commands.routeLog();
});
afterEach(async () => {
  await commands.routeFaults([]);
});

describe("A read that fails", () => {
  test.for([
    ["503 twice", { status: 503 }, "internal", 2],
    ["an HTML page", { status: 200 }, "invalid_answer", 1],
    // The browser itself repeats what was cut off.
    ["a broken connection", { drop: true }, "network", Number.POSITIVE_INFINITY],
    ["403", { status: 403 }, "forbidden", 1],
  ] as const)(
    "%s: the error has a code, and is tried again only where that may help",
    async ([, fault, code, attempts]) => {
      await commands.routeFaults([{ method: "GET", path: "/connections", ...fault }]);
      showAccountsOf(viewer);
      await expect.element(page.getByRole("note")).toHaveTextContent(code);
      await expect.element(accounts()).toHaveAttribute("data-status", "error");
      const calls = await commands.routeLog();
      expect(
        calls.filter((call) => call.startsWith("GET /connections")).length,
      ).toBeLessThanOrEqual(attempts);
      await commands.routeFaults([]);
      await page.getByRole("button", { name: "Refresh" }).click();
      await ready(accounts());
    },
  );

  test("keeps what was loaded, and says that it is old", async () => {
    await connectAtPica(viewer, "gmail");
    showAccountsOf(viewer);
    await expect.element(rows()).toBeVisible();
    await commands.routeFaults([{ method: "GET", path: "/connections", status: 503 }]);
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect.element(accounts()).toHaveAttribute("data-stale", "true");
    await expect.element(rows()).toHaveTextContent("gmail operational");
  });

  test("429: waits as long as it was told, then reads again unasked", async () => {
    const limit = { status: 429, headers: { "retry-after": "2" }, times: 1 };
    await commands.routeFaults([{ method: "GET", path: "/connectors", ...limit }]);
    const startedAt = performance.now();
    render(
      <Product viewerKey={viewer}>
        <Catalog />
      </Product>,
    );
    await expect.element(catalog()).toHaveAttribute("data-status", "success");
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(2_000);
  });

  test("429: not even a press makes it earlier", async () => {
    const limit = { status: 429, headers: { "retry-after": "3600" } };
    await commands.routeFaults([{ method: "GET", path: "/connectors", ...limit }]);
    render(
      <Product viewerKey={viewer}>
        <Catalog />
      </Product>,
    );
    await expect.element(page.getByRole("note")).toHaveTextContent("rate_limited");
    await page.getByRole("button", { name: "Refresh" }).click();
    const calls = await commands.routeLog();
    expect(calls.filter((call) => call === "GET /connectors")).toHaveLength(1);
  });

  test("503 with a time is shown at once, and a press asks again: nobody waits an hour", async () => {
    const away = { status: 503, headers: { "retry-after": "3600" } };
    await commands.routeFaults([{ method: "GET", path: "/connections", ...away }]);
    showAccountsOf(viewer);
    await expect.element(accounts()).toHaveAttribute("data-status", "error");
    await commands.routeFaults([]);
    await page.getByRole("button", { name: "Refresh" }).click();
    await ready(accounts());
  });

  test("a rename that is refused does not make an old list look new", async () => {
    await connectAtPica(viewer, "slack");
    showAccountsOf(viewer);
    await expect.element(rows()).toHaveTextContent("slack operational");
    await commands.routeFaults([
      { method: "GET", path: "/connections", status: 503 },
      { method: "PATCH", path: "/connections", status: 500 },
    ]);
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect.element(accounts()).toHaveAttribute("data-stale", "true");
    await commands.routeLog();
    await page.getByRole("button", { name: "Rename slack" }).click();
    await waitUntil(async () =>
      (await commands.routeLog()).some((call) => call.startsWith("GET /connections")),
    );
    await expect.element(accounts()).toHaveAttribute("data-stale", "true");
  });

  test("rows that are broken are left out, with one line in the console", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    onTestFinished(() => warn.mockRestore());
    const connectors = [
      { platform: "gmail", name: "Gmail", category: null, image: null, tags: [], actionCount: 1 },
      { platform: "gmail", name: "Gmail 2", category: null, image: null, tags: [], actionCount: 1 },
      { name: "Nameless" },
      null,
    ];
    const body = JSON.stringify({ connectors, total: 4 });
    const type = "application/json";
    await commands.routeFaults([{ method: "GET", path: "/connectors", status: 200, body, type }]);
    render(
      <Product viewerKey={viewer}>
        <Catalog />
      </Product>,
    );
    await expect.element(catalog()).toHaveTextContent("1 connectors, 1 categories, Gmail first");
    expect(warn.mock.calls).toHaveLength(1);
    expect(warn.mock.calls[0]?.[0]).toMatch(/2 of 4 rows of GET \/connectors/);
  });
});
