import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { Component, type ReactNode, Suspense } from "react";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type InProcessProduct, startProduct } from "./in-process-product.ts";

/** The newest React Query, and the oldest that the kit takes. */
const versions = ["@tanstack/react-query", "react-query-5.59"];

const stranger = {
  connections: [
    {
      id: "c_0",
      key: "key",
      platform: "gmail",
      name: "A stranger’s mail",
      state: "operational",
      environment: "live",
      identityType: "user",
      can: { rename: true, reconnect: true, disconnect: true },
      createdAt: "2026-01-01T00:00:00Z",
      updatedAt: "2026-01-01T00:00:00Z",
    },
  ],
  connectors: [],
  stale: false,
  viewer: "",
};

/**
 * What a product may have set for all of its queries, each of which would change the kit's. Options
 * stand together where none hides what another one does: the kit overrides each by itself.
 */
const hostile = (keepPreviousData: unknown): Record<string, object> => ({
  "that stop reads and updates": {
    enabled: false,
    subscribed: false,
    refetchOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    retryOnMount: false,
    staleTime: Number.POSITIVE_INFINITY,
    notifyOnChangeProps: [],
  },
  "that keep what was read before": {
    placeholderData: keepPreviousData,
    structuralSharing: (old: unknown, answer: unknown) => old ?? answer,
    staleTime: "static",
  },
  "that show other data": {
    placeholderData: stranger,
    select: () => stranger,
    initialData: stranger,
  },
  "that answer in the server's place": {
    initialData: stranger,
    initialDataUpdatedAt: Date.now(),
    queryFn: () => stranger,
    persister: () => stranger,
    behavior: {
      onFetch: (context: { fetchFn: unknown }) => {
        context.fetchFn = () => stranger;
      },
    },
  },
  "that hand errors and waits to the product": {
    throwOnError: true,
    suspense: true,
    experimental_prefetchInRender: true,
    retry: 100,
    retryDelay: 100_000,
    networkMode: "always",
  },
  "that mix up or drop queries": {
    queryKeyHashFn: () => "everything",
    queryHash: "everything",
    gcTime: 0,
    meta: { persist: true },
    maxPages: 1,
  },
  "that read all the time": { refetchInterval: 1, refetchIntervalInBackground: true },
});

let product: InProcessProduct;
beforeEach(async () => {
  product = startProduct();
  await product.addAccount("gmail", "Ann’s mail", "u_1");
  await product.addAccount("gmail", "Ben’s mail", "u_2");
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe.each(versions)("%s", (version) => {
  let kit: Kit;
  beforeAll(async () => {
    vi.resetModules();
    if (version !== "@tanstack/react-query") {
      vi.doMock("@tanstack/react-query", () => import("react-query-5.59"));
    }
    kit = { ...(await import("../src/index.ts")), ...(await import("@tanstack/react-query")) };
  });

  afterAll(() => {
    // The next file shares the page and its modules.
    vi.doUnmock("@tanstack/react-query");
    vi.resetModules();
  });

  /** Everything that depends on a query or changes one. */
  async function expectSound(queryClient: Client) {
    const { ConnectProvider, ConnectionsList, ConnectorGallery } = kit;
    const page = (viewerKey: string) => (
      <Boundary>
        <Suspense fallback="The product’s own page waits.">
          <ConnectProvider viewerKey={viewerKey} queryClient={queryClient}>
            <ConnectionsList />
            <ConnectorGallery platforms={["slack"]} />
            <Rename use={kit.useConnections} />
          </ConnectProvider>
        </Suspense>
      </Boundary>
    );
    product.signedIn = "u_1";
    const { rerender, container } = render(page("u_1"));
    await screen.findByText("Ann’s mail");
    await screen.findByText("Slack");

    await product.addAccount("slack", "Ann’s chat");
    fireEvent.click(screen.getByLabelText("Refresh"));
    await screen.findByText("Ann’s chat");

    fireEvent.click(screen.getByText("Rename the first"));
    await screen.findByText("Renamed");
    expect(screen.queryByText(/stranger/)).toBe(null);

    // Another viewer, while the answer is on its way: nothing of the last one's is left.
    let answer: (value: undefined) => void = () => {};
    const held = new Promise<undefined>((resolve) => {
      answer = resolve;
    });
    product.intercept = (request) =>
      request.url.includes("/connections") ? (held as never) : undefined;
    product.signedIn = "u_2";
    rerender(page("u_2"));
    expect(container.textContent).not.toMatch(/Ann’s|Renamed|stranger/);
    expect(container.querySelector(".ak-connections-list")?.getAttribute("data-state")).toBe(
      "loading",
    );
    answer(undefined);
    await screen.findByText("Ben’s mail");
    expect(container.textContent).not.toMatch(/Ann’s|Renamed|stranger/);

    // A refusal stays the kit's to show, and is over once the server answers.
    product.intercept = (request) =>
      request.url.includes("/connections") ? new Response("No.", { status: 418 }) : undefined;
    product.signedIn = "u_3";
    rerender(page("u_3"));
    const retry = await screen.findByText("Try again");
    product.intercept = null;
    fireEvent.click(retry);
    await screen.findByText(/No accounts/);
    expect(container.textContent).not.toMatch(/own page|Ann’s|Ben’s|stranger/);
    const lists = product.requests.filter((request) => /GET .*\/connections$/.test(request));
    expect(lists.length).toBeLessThan(12);
  }

  const cases = Object.keys(hostile(null));
  test.each([...cases, "of every kind"])("keeps its promises under defaults %s", async (name) => {
    const table = hostile(kit.keepPreviousData);
    const queries = table[name] ?? Object.assign({}, ...Object.values(table));
    await expectSound(new kit.QueryClient({ defaultOptions: { queries } }));
  });

  test("keeps its promises under hostile defaults for mutations", async () => {
    const fail = () => {
      throw new Error("The product's own.");
    };
    const mutations = {
      mutationFn: fail,
      mutationKey: ["the product's"],
      onMutate: fail,
      onSuccess: fail,
      onError: fail,
      onSettled: fail,
      networkMode: "offlineFirst" as const,
      retry: 100,
      retryDelay: 100_000,
      throwOnError: true,
      gcTime: 0,
      meta: { persist: true },
      scope: { id: "the product's" },
    };
    const queryClient = new kit.QueryClient({ defaultOptions: { mutations } });
    await expectSound(queryClient);

    // Neither a mutation of the product's that still runs nor a refusal stops a rename's answer.
    void new kit.MutationObserver(queryClient, {
      mutationFn: () => new Promise(() => {}),
      onMutate: () => {},
    }).mutate();
    product.signedIn = "u_1";
    product.intercept = (request) =>
      request.method === "PATCH" ? new Response("No.", { status: 403 }) : undefined;
    const results: unknown[] = [];
    cleanup();
    render(
      <kit.ConnectProvider viewerKey="u_1" queryClient={queryClient}>
        <Rename use={kit.useConnections} onResult={(result) => results.push(result)} />
      </kit.ConnectProvider>,
    );
    fireEvent.click(await screen.findByText("Rename the first"));
    await waitFor(() => expect(results).toMatchObject([{ ok: false, error: { status: 403 } }]));
  });

  test.each(["before", "after"])(
    "keeps its promises under defaults for its own keys, set %s it starts",
    async (when) => {
      const table = hostile(kit.keepPreviousData);
      const queryClient = new kit.QueryClient();
      const set = () =>
        queryClient.setQueryDefaults(["authkit-ui"], Object.assign({}, ...Object.values(table)));
      if (when === "before") set();
      else {
        const cache = queryClient.getQueryCache();
        cache.subscribe(({ type }) => {
          if (type === "added") set();
        });
      }
      await expectSound(queryClient);
    },
  );

  test("shows what the server has read, whatever the defaults", async () => {
    const queries = Object.assign({}, ...Object.values(hostile(kit.keepPreviousData)));
    product.intercept = () => new Promise<Response>(() => {});
    const [connection] = stranger.connections;
    render(
      <kit.ConnectProvider
        viewerKey="u_1"
        queryClient={new kit.QueryClient({ defaultOptions: { queries } })}
        initialData={{ connections: [{ ...connection, name: "Read on the server" }] as never }}
      >
        <kit.ConnectionsList />
      </kit.ConnectProvider>,
    );
    expect(screen.getByText("Read on the server")).toBeDefined();
    await waitFor(() => expect(product.requests.length).toBeGreaterThan(0));
  });
});

type Kit = typeof import("../src/index.ts") & typeof import("@tanstack/react-query");

interface RenameProps {
  use: Kit["useConnections"];
  onResult?: (result: unknown) => void;
}

function Rename({ use, onResult }: RenameProps) {
  const { connections, rename } = use();
  const [first] = connections;
  if (!first) return null;
  const press = async () => {
    const result = await rename?.(first.id, "Renamed");
    onResult?.(result);
  };
  return (
    <button type="button" onClick={press}>
      Rename the first
    </button>
  );
}
type Client = import("@tanstack/react-query").QueryClient;

/** The product's error boundary. */
class Boundary extends Component<{ children: ReactNode }> {
  override state = { hasFailed: false };
  static getDerivedStateFromError = () => ({ hasFailed: true });
  override render() {
    return this.state.hasFailed ? "The product’s own page has failed." : this.props.children;
  }
}
