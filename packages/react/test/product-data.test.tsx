import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { useConnections, useConnectors } from "../src/headless.ts";
import type { ConnectProviderProps } from "../src/provider/connect-provider-props.ts";
import { serveEachTest } from "./product-server.ts";
import { Product as ProviderOf, render } from "./render.tsx";

const server = serveEachTest();
const viewerKey = "ann";

const Product = (props: Partial<ConnectProviderProps>) => (
  <ProviderOf viewerKey={viewerKey} {...props} />
);

function Accounts() {
  const { status, connections, refresh } = useConnections();
  return (
    <section aria-label="Accounts" data-status={status}>
      <button type="button" onClick={refresh}>
        Refresh
      </button>
      <ul>
        {connections.map(({ id, platform }) => (
          <li key={id}>{platform}</li>
        ))}
      </ul>
    </section>
  );
}

function Catalog() {
  const { status, connectors } = useConnectors();
  return (
    <section aria-label="Catalog" data-status={status}>
      {connectors.map(({ name }) => name).join()}
    </section>
  );
}

const untilReady = (region: string) =>
  waitFor(() =>
    expect(screen.getByRole("region", { name: region })).toHaveAttribute("data-status", "success"),
  );
const showAccounts = (props: Partial<ConnectProviderProps> = {}) =>
  render(
    <Product {...props}>
      <Accounts />
    </Product>,
  );

function Host() {
  const client = useQueryClient();
  return <p role="note">{String(client.getDefaultOptions().queries?.staleTime)}</p>;
}

describe("Beside the product's own data", () => {
  test("leaves the product's query client to the product, inside the provider too", async () => {
    const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 4_711 } } });
    render(
      <QueryClientProvider client={queryClient}>
        <Product>
          <Host />
          <Catalog />
        </Product>
      </QueryClientProvider>,
    );
    await untilReady("Catalog");
    expect(screen.getByRole("note")).toHaveTextContent("4711");
    expect(queryClient.getQueryCache().getAll()).toEqual([]);
  });

  test("asks for the product's headers anew for each request", async () => {
    let count = 0;
    const headers = vi.fn(async () => ({ "x-product": String(++count) }));
    showAccounts({ headers });
    await untilReady("Accounts");
    const before = headers.mock.calls.length;
    await userEvent.click(screen.getByRole("button", { name: "Refresh" }));
    await waitFor(() => expect(headers).toHaveBeenCalledTimes(before + 1));
  });

  test("reads a list again that the product's client has read too long ago, despite initial data", async () => {
    server.emulator.control.createConnection({ platform: "gmail", identity: server.viewer });
    const queryClient = new QueryClient();
    const first = showAccounts({ queryClient });
    await screen.findByText("gmail");
    first.unmount();
    const [list] = queryClient
      .getQueryCache()
      .findAll({ predicate: ({ queryKey }) => queryKey.includes("connections") });
    list?.setState({ dataUpdatedAt: Date.now() - 240_000 });
    server.takeLog();
    showAccounts({ queryClient, initialData: { connections: [] } });
    await screen.findByText("gmail");
    await waitFor(() => expect(server.takeLog().join()).toContain("GET /connections"));
  });

  test("shows initial data at once, and does not read it again while it is fresh", async () => {
    const gmail = {
      ...{ platform: "gmail", name: "Gmail", category: "Mail", image: null },
      ...{ tags: [], actionCount: 1 },
    };
    render(
      <Product initialData={{ connectors: [gmail] }}>
        <Catalog />
      </Product>,
    );
    expect(screen.getByRole("region", { name: "Catalog" })).toHaveTextContent("Gmail");
    expect(server.takeLog()).toEqual([]);
  });
});
