import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, inject, onTestFinished, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import type { ConnectEvent } from "../src/headless.ts";
import { useConnections, useConnectors } from "../src/headless.ts";
import { signInToProvider } from "./authkit-page.ts";
import { Product, render, signIn } from "./render.tsx";
import { waitUntil } from "./wait.ts";

const authKitOrigin = inject("authKitOrigin");
let viewer = "";

beforeEach(async () => {
  viewer = signIn();
  await commands.routeLog();
});
afterEach(async () => {
  await commands.routeFaults([]);
});

const connectAtPica = (platform: string, details = {}) =>
  commands.control(authKitOrigin, "createConnection", { platform, identity: viewer, ...details });

/** What the hook says, as text, with a button for everything that it offers. */
function Accounts() {
  const list = useConnections();
  return (
    <section aria-label="Accounts" data-status={list.status} data-stale={list.isStale}>
      <p role="note">{list.error?.code ?? "no error"}</p>
      <p>{list.needsAttention.length} need attention</p>
      <button type="button" onClick={list.refresh}>
        Refresh
      </button>
      <ul>
        {list.connections.map(({ id, platform, name, state }) => (
          <li key={id} data-connection-id={id}>
            {name ?? platform} {state}
            <button type="button" onClick={() => list.disconnect?.(id)}>
              Disconnect {platform}
            </button>
            <button type="button" onClick={() => list.rename?.(id, "  Work  ")}>
              Rename {platform}
            </button>
            <button type="button" onClick={() => list.reconnect?.(id)}>
              Reconnect {platform}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Catalog() {
  const { status, connectors, categories, error, isStale, refresh } = useConnectors();
  return (
    <section aria-label="Catalog" data-status={status} data-stale={isStale}>
      <p role="note">{error?.code ?? "no error"}</p>
      <p>
        {connectors.length} connectors, {categories.length} categories, {connectors[0]?.name} first
      </p>
      <button type="button" onClick={refresh}>
        Refresh
      </button>
    </section>
  );
}

function Host() {
  const client = useQueryClient();
  return <p role="note">{String(client.getDefaultOptions().queries?.staleTime)}</p>;
}

const accounts = () => page.getByRole("region", { name: "Accounts" });
const catalog = () => page.getByRole("region", { name: "Catalog" });
const rows = () => page.getByRole("listitem");
const ready = (region: ReturnType<typeof accounts>) =>
  expect.element(region).toHaveAttribute("data-status", "ready");

const show = (props = {}) =>
  render(
    <Product viewerKey={viewer} {...props}>
      <Accounts />
    </Product>,
  );

describe("The list of connections", () => {
  test("shows what needs attention first, and counts it", async () => {
    await connectAtPica("gmail", { state: "failed" });
    await connectAtPica("slack");
    show();
    await expect.element(rows().first()).toHaveTextContent("gmail failed");
    await expect.element(rows().nth(1)).toHaveTextContent("slack operational");
    await expect.element(accounts()).toHaveTextContent("1 need attention");
  });

  test("disconnects at once, and tells of it without naming anyone", async () => {
    const events: ConnectEvent[] = [];
    await connectAtPica("gmail");
    await commands.routeFaults([{ method: "DELETE", path: "/connections", held: true }]);
    show({ onEvent: (event: ConnectEvent) => events.push(event) });
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
    await connectAtPica("gmail");
    await commands.routeFaults([
      { method: "DELETE", path: "/connections", status: 503, held: true },
    ]);
    show();
    await page.getByRole("button", { name: "Disconnect gmail" }).click();
    await expect.element(rows()).not.toBeInTheDocument();
    await commands.routeFaults([{ method: "DELETE", path: "/connections", status: 503 }]);
    await expect.element(rows()).toHaveTextContent("gmail operational");
  });

  test("a list that is read meanwhile does not bring a row back that is being removed", async () => {
    await connectAtPica("gmail");
    await commands.routeFaults([{ method: "DELETE", path: "/connections", held: true }]);
    show();
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
    await connectAtPica("gmail");
    show();
    await page.getByRole("button", { name: "Rename gmail" }).click();
    await expect.element(rows()).toHaveTextContent("Work operational");
    await connectAtPica("slack");
    await commands.routeFaults([
      { method: "PATCH", path: "/connections", status: 500, held: true },
    ]);
    await waitUntil(
      async () => {
        await page.getByRole("button", { name: "Refresh" }).click();
        return rows().elements().length === 2;
      },
      { interval: 500 },
    );
    const slack = rows().filter({ hasText: "slack" });
    await page.getByRole("button", { name: "Rename slack" }).click();
    await expect.element(slack).not.toHaveTextContent("slack operational");
    await commands.routeFaults([{ method: "PATCH", path: "/connections", status: 500 }]);
    await expect.element(slack).toHaveTextContent("slack operational");
  });
});

describe("Reconnecting", () => {
  test("renews the connection in place: the row keeps its id", async () => {
    await connectAtPica("gmail", { state: "failed" });
    show();
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
      show();
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
    await connectAtPica("gmail");
    show();
    await expect.element(rows()).toBeVisible();
    await commands.routeFaults([{ method: "GET", path: "/connections", status: 503 }]);
    await page.getByRole("button", { name: "Refresh" }).click();
    await expect.element(accounts()).toHaveAttribute("data-stale", "true");
    await expect.element(rows()).toHaveTextContent("gmail operational");
  });

  test("429: waits as long as it was told, then reads again unasked", async () => {
    const limit = { status: 429, headers: { "retry-after": "5" }, times: 1 };
    await commands.routeFaults([{ method: "GET", path: "/connectors", ...limit }]);
    const startedAt = performance.now();
    render(
      <Product viewerKey={viewer}>
        <Catalog />
      </Product>,
    );
    await expect.element(page.getByRole("note")).toHaveTextContent("rate_limited");
    // Not even a press makes it earlier.
    await page.getByRole("button", { name: "Refresh" }).click();
    const calls = await commands.routeLog();
    expect(calls.filter((call) => call === "GET /connectors")).toHaveLength(1);
    await expect.element(catalog()).toHaveAttribute("data-status", "ready");
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(5_000);
  });

  test("503 with a time is shown at once, and a press asks again: nobody waits an hour", async () => {
    const away = { status: 503, headers: { "retry-after": "3600" } };
    await commands.routeFaults([{ method: "GET", path: "/connections", ...away }]);
    show();
    await expect.element(accounts()).toHaveAttribute("data-status", "error");
    await commands.routeFaults([]);
    await page.getByRole("button", { name: "Refresh" }).click();
    await ready(accounts());
  });

  test("a rename that is refused does not make an old list look new", async () => {
    await connectAtPica("slack");
    show();
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

describe("Beside the product's own data", () => {
  test("the product's query client stays the product's, inside the provider too", async () => {
    const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 4_711 } } });
    render(
      <QueryClientProvider client={queryClient}>
        <Product viewerKey={viewer}>
          <Host />
          <Catalog />
        </Product>
      </QueryClientProvider>,
    );
    await ready(catalog());
    await expect.element(page.getByRole("note").first()).toHaveTextContent("4711");
    expect(queryClient.getQueryCache().getAll()).toEqual([]);
  });

  test("headers are made anew for each request", async () => {
    let count = 0;
    const headers = vi.fn(async () => ({ "x-product": String(++count) }));
    show({ headers });
    await ready(accounts());
    const before = headers.mock.calls.length;
    await page.getByRole("button", { name: "Refresh" }).click();
    await waitUntil(() => headers.mock.calls.length === before + 1);
  });

  test("initial data does not make what the product's client knows younger", async () => {
    await connectAtPica("gmail");
    const queryClient = new QueryClient();
    const initialData = { connections: [] };
    const first = show({ queryClient });
    await expect.element(rows()).toBeVisible();
    first.unmount();
    const [list] = queryClient
      .getQueryCache()
      .findAll({ predicate: ({ queryKey }) => queryKey.includes("connections") });
    const readAt = Date.now() - 240_000;
    list?.setState({ dataUpdatedAt: readAt });
    await commands.routeLog();
    show({ queryClient, initialData });
    await expect.element(rows()).toBeVisible();
    await waitUntil(async () =>
      (await commands.routeLog()).some((call) => call.startsWith("GET /connections")),
    );
  });

  test("initial data shows at once, and is not read again while it is fresh", async () => {
    const initialData = {
      connectors: [
        {
          platform: "gmail",
          name: "Gmail",
          category: "Mail",
          image: null,
          tags: [],
          actionCount: 1,
        },
      ],
    };
    render(
      <Product viewerKey={viewer} initialData={initialData}>
        <Catalog />
      </Product>,
    );
    await expect.element(catalog()).toHaveTextContent("1 connectors, 1 categories, Gmail first");
    expect(await commands.routeLog()).toEqual([]);
  });
});
