import { QueryClient, useQuery } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { failRequests } from "../../test/fail-requests.ts";
import { useConnections } from "../hooks/use-connections.ts";
import { useConnectors } from "../hooks/use-connectors.ts";
import { ConnectProvider } from "../provider/connect-provider.tsx";
import type { ConnectProviderProps } from "../provider/connect-provider-props.ts";
import { type MockConnectOptions, mockConnect } from "../test-setup/index.ts";
import { connectKeys } from "./query-keys.ts";
import {
  type ConnectQueryOptions,
  connectionsQueryOptions,
  connectorsQueryOptions,
} from "./query-options.ts";

let queryClient: QueryClient;
let viewerKey: string;
beforeEach(() => {
  queryClient = new QueryClient();
  viewerKey = crypto.randomUUID();
});

/** The provider of the page, with the product's own client. */
const pageOf = (props: Partial<ConnectProviderProps> = {}) => ({
  wrapper: ({ children }: { children: ReactNode }) => (
    <ConnectProvider viewerKey={viewerKey} queryClient={queryClient} {...props}>
      {children}
    </ConnectProvider>
  ),
});
/** The mocked server, and every request that it gets. */
function serve(options: MockConnectOptions = {}) {
  mockConnect({
    connectors: [{ platform: "gmail", name: "Gmail" }],
    connections: [
      { platform: "gmail", name: "Mail" },
      { platform: "slack", name: "Team", identityType: "team" },
    ],
    ...options,
  });
  return vi.spyOn(globalThis, "fetch");
}
const namesOf = (connections: { name: string | null }[] = []) =>
  connections.map(({ name }) => name);

describe("What a product has prefetched", () => {
  test("is the catalog of the page, which reads it no more", async () => {
    const fetch = serve();
    await queryClient.prefetchQuery(connectorsQueryOptions({ viewerKey }));
    fetch.mockClear();
    const { result } = renderHook(() => useConnectors(), pageOf());
    expect(result.current.status).toBe("success");
    expect(result.current.connectors).toMatchObject([{ platform: "gmail", name: "Gmail" }]);
    await act(async () => {});
    expect(fetch).not.toHaveBeenCalled();
  });

  test.each([
    [undefined, "Mail"],
    ["user", "Mail"],
    ["team", "Team"],
  ] as const)(
    "is the page's list of accounts, with identityType %s",
    async (identityType, name) => {
      const fetch = serve();
      await queryClient.prefetchQuery(connectionsQueryOptions({ viewerKey, identityType }));
      fetch.mockClear();
      const { result } = renderHook(() => useConnections(), pageOf({ identityType }));
      expect(result.current.status).toBe("success");
      expect(namesOf(result.current.connections)).toEqual([name]);
      await act(async () => {});
      expect(fetch).not.toHaveBeenCalled();
    },
  );

  test("is read once, however often it is prefetched while it is fresh", async () => {
    const fetch = serve();
    for (let count = 0; count < 3; count++) {
      await queryClient.prefetchQuery(connectorsQueryOptions({ viewerKey }));
      await queryClient.prefetchQuery(connectionsQueryOptions({ viewerKey }));
    }
    expect(fetch).toHaveBeenCalledTimes(2);
  });

  test("is nobody else's", async () => {
    serve();
    await queryClient.prefetchQuery(connectorsQueryOptions({ viewerKey }));
    await queryClient.prefetchQuery(connectionsQueryOptions({ viewerKey }));
    const other = pageOf({ viewerKey: crypto.randomUUID() });
    expect(renderHook(() => useConnectors(), other).result.current.connectors).toEqual([]);
    expect(renderHook(() => useConnections(), other).result.current.connections).toEqual([]);
  });
});

test("A product's own query shows the accounts of the page as the page changes them", async () => {
  serve();
  const { result } = renderHook(
    () => ({
      own: useQuery(connectionsQueryOptions({ viewerKey }), queryClient),
      page: useConnections(),
    }),
    pageOf(),
  );
  await waitFor(() => expect(namesOf(result.current.own.data?.connections)).toEqual(["Mail"]));
  await act(() => result.current.page.rename?.("connection-0", "Letters"));
  await waitFor(() => expect(namesOf(result.current.own.data?.connections)).toEqual(["Letters"]));
});

describe("The keys", () => {
  test.each([undefined, "/custom", "https://api.example.com/connect"])(
    "are those of connectKeys, with the endpoint %s",
    (endpoint) => {
      const keyParams = { endpoint: endpoint ?? "/api/connect", viewerKey };
      const options: ConnectQueryOptions = { endpoint, viewerKey };
      expect(connectorsQueryOptions(options).queryKey).toEqual(connectKeys.connectors(keyParams));
      expect(connectionsQueryOptions(options).queryKey).toEqual(
        connectKeys.connections(keyParams, "user"),
      );
      expect(connectionsQueryOptions({ ...options, identityType: "team" }).queryKey).toEqual(
        connectKeys.connections(keyParams, "team"),
      );
    },
  );

  test("find what was prefetched: connections without a type, all of them", async () => {
    serve();
    const keyParams = { endpoint: "/api/connect", viewerKey };
    await queryClient.prefetchQuery(connectorsQueryOptions({ viewerKey }));
    await queryClient.prefetchQuery(connectionsQueryOptions({ viewerKey }));
    await queryClient.prefetchQuery(connectionsQueryOptions({ viewerKey, identityType: "team" }));
    await queryClient.invalidateQueries({ queryKey: connectKeys.connections(keyParams) });
    const isInvalidated = (queryKey: readonly unknown[]) =>
      queryClient.getQueryState(queryKey)?.isInvalidated;
    expect(isInvalidated(connectKeys.connections(keyParams, "user"))).toBe(true);
    expect(isInvalidated(connectKeys.connections(keyParams, "team"))).toBe(true);
    expect(isInvalidated(connectKeys.connectors(keyParams))).toBe(false);
    queryClient.removeQueries({ queryKey: connectKeys.all(keyParams) });
    expect(queryClient.getQueryCache().getAll()).toEqual([]);
  });
});

describe.each([
  ["connectorsQueryOptions", connectorsQueryOptions, "/connectors"],
  ["connectionsQueryOptions", connectionsQueryOptions, "/connections?identityType=user"],
] as const)("%s", (_name, queryOptionsOf, path) => {
  /** The only request that was sent, as it reaches the network. */
  async function sent(options: Omit<ConnectQueryOptions, "viewerKey">) {
    const fetch = serve({ endpoint: options.endpoint });
    await queryClient.prefetchQuery<unknown>(queryOptionsOf({ viewerKey, ...options }));
    expect(fetch).toHaveBeenCalledOnce();
    const [address, init] = fetch.mock.calls[0] ?? [];
    const headers = new Headers(init?.headers);
    return { address, credentials: init?.credentials, team: headers.get("x-team") };
  }

  test("reads from /api/connect of the page's own server unless told otherwise", async () => {
    expect(await sent({})).toEqual({
      address: `${location.origin}/api/connect${path}`,
      credentials: "same-origin",
      team: null,
    });
  });

  test("reads from the product's endpoint, with its credentials", async () => {
    const endpoint = "https://api.example.com/connect";
    expect(await sent({ endpoint, credentials: "include" })).toMatchObject({
      address: endpoint + path,
      credentials: "include",
    });
  });

  test.each<[how: string, headers: ConnectQueryOptions["headers"]]>([
    ["as an object", { "x-team": "blue" }],
    ["made for each request", () => new Headers({ "x-team": "blue" })],
    ["made later", async () => [["x-team", "blue"]]],
  ])("sends the product's headers, %s", async (_how, headers) => {
    expect(await sent({ headers })).toMatchObject({ team: "blue" });
  });

  test("rejects with the kit's error", async () => {
    serve();
    failRequests({ method: "GET", path: path.split("?")[0] ?? "", status: 403 });
    await expect(
      queryClient.fetchQuery<unknown>(queryOptionsOf({ viewerKey })),
    ).rejects.toMatchObject({ name: "ConnectError", code: "forbidden" });
  });
});
