import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
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

function Host() {
  const client = useQueryClient();
  return <p role="note">{String(client.getDefaultOptions().queries?.staleTime)}</p>;
}

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
    showAccountsOf(viewer, { headers });
    await ready(accounts());
    const before = headers.mock.calls.length;
    await page.getByRole("button", { name: "Refresh" }).click();
    await waitUntil(() => headers.mock.calls.length === before + 1);
  });

  test("initial data does not make what the product's client knows younger", async () => {
    await connectAtPica(viewer, "gmail");
    const queryClient = new QueryClient();
    const initialData = { connections: [] };
    const first = showAccountsOf(viewer, { queryClient });
    await expect.element(rows()).toBeVisible();
    first.unmount();
    const [list] = queryClient
      .getQueryCache()
      .findAll({ predicate: ({ queryKey }) => queryKey.includes("connections") });
    const readAt = Date.now() - 240_000;
    list?.setState({ dataUpdatedAt: readAt });
    await commands.routeLog();
    showAccountsOf(viewer, { queryClient, initialData });
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
