import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { connectAtPica, serveAuthKitEachTest } from "./authkit-in-jsdom.ts";
import { accounts, Catalog, catalog, ready, showAccountsOf, untilRows } from "./hook-lists.tsx";
import { serveEachTest } from "./product-server.ts";
import { Product, render } from "./render.tsx";

const server = serveEachTest();
serveAuthKitEachTest();
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const timers = ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] as const;
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const countReads = (path: string) =>
  server.takeLog().filter((call) => call.startsWith(`GET ${path}`)).length;
const untilStatus = (region: () => HTMLElement, status: string) =>
  waitFor(() => expect(region()).toHaveAttribute("data-status", status));
const untilStale = () => waitFor(() => expect(accounts()).toHaveAttribute("data-stale", "true"));
const showCatalog = () =>
  render(
    <Product viewerKey="ann">
      <Catalog />
    </Product>,
  );

describe("a read that fails", () => {
  test.for([
    ["503 twice", { status: 503 }, "internal", 2],
    ["an HTML page", { status: 200 }, "invalid_answer", 1],
    ["a broken connection", { drop: true }, "network", 2],
    ["403", { status: 403 }, "forbidden", 1],
  ] as const)(
    "%s: the error has a code, and is tried again only where that may help",
    async ([, fault, code, attempts]) => {
      server.fail({ method: "GET", path: "/connections", ...fault });
      showAccountsOf("ann");
      await waitFor(() => expect(screen.getByRole("note")).toHaveTextContent(code));
      await untilStatus(accounts, "error");
      expect(countReads("/connections")).toBe(attempts);
      server.fail();
      press("Refresh");
      await ready(accounts());
    },
  );

  test("keeps what was loaded, and says that it is old", async () => {
    connectAtPica(server, "gmail");
    showAccountsOf("ann");
    await untilRows("gmail operational");
    server.fail({ method: "GET", path: "/connections", status: 503 });
    press("Refresh");
    await untilStale();
    await untilRows("gmail operational");
  });

  test("429: waits as long as it was told, then reads again unasked", async () => {
    vi.useFakeTimers({ toFake: [...timers, "Date", "performance"] });
    const limit = { status: 429, headers: { "retry-after": "2" }, times: 1 };
    server.fail({ method: "GET", path: "/connectors", ...limit });
    showCatalog();
    // Moves the clock on as it looks.
    await vi.waitFor(() => screen.getByText("rate_limited"), { interval: 10 });
    await act(() => vi.advanceTimersByTimeAsync(1_500));
    expect(countReads("/connectors")).toBe(1);
    await act(() => vi.advanceTimersByTimeAsync(500));
    await vi.waitFor(() => expect(catalog()).toHaveAttribute("data-status", "success"));
  });

  test("429: not even a press makes it earlier", async () => {
    const limit = { status: 429, headers: { "retry-after": "3600" } };
    server.fail({ method: "GET", path: "/connectors", ...limit });
    showCatalog();
    await waitFor(() => expect(screen.getByRole("note")).toHaveTextContent("rate_limited"));
    press("Refresh");
    await act(async () => {});
    expect(countReads("/connectors")).toBe(1);
  });

  test("503 with a time is shown at once, and a press asks again: nobody waits an hour", async () => {
    const away = { status: 503, headers: { "retry-after": "3600" } };
    server.fail({ method: "GET", path: "/connections", ...away });
    showAccountsOf("ann");
    await untilStatus(accounts, "error");
    server.fail();
    press("Refresh");
    await ready(accounts());
  });

  test("still counts as old after a rename that is refused", async () => {
    connectAtPica(server, "slack");
    showAccountsOf("ann");
    await untilRows("slack operational");
    server.fail(
      { method: "GET", path: "/connections", status: 503 },
      { method: "PATCH", path: "/connections", status: 500 },
    );
    press("Refresh");
    await untilStale();
    server.takeLog();
    press("Rename slack");
    await waitFor(() => expect(countReads("/connections")).toBeGreaterThan(0));
    await untilStale();
  });

  test("rows that are broken are left out, with one line in the console", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    const connectors = [
      { platform: "gmail", name: "Gmail", category: null, image: null, tags: [], actionCount: 1 },
      { platform: "gmail", name: "Gmail 2", category: null, image: null, tags: [], actionCount: 1 },
      { name: "Nameless" },
      null,
    ];
    const body = JSON.stringify({ connectors, total: 4 });
    const type = "application/json";
    server.fail({ method: "GET", path: "/connectors", status: 200, body, type });
    showCatalog();
    await waitFor(() =>
      expect(catalog()).toHaveTextContent("1 connectors, 1 categories, Gmail first"),
    );
    expect(warn.mock.calls).toHaveLength(1);
    expect(warn.mock.calls[0]?.[0]).toMatch(/2 of 4 rows of GET \/connectors/);
  });
});
