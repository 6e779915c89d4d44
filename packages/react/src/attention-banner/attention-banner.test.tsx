import type { Connection } from "@authkit-ui/contract";
import { QueryClient } from "@tanstack/react-query";
import { act, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createRef } from "react";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { listen } from "../../test/announcements.ts";
import { render } from "../../test/render.tsx";
import { ConnectionsList } from "../connections-list/connections-list.tsx";
import { connectKeys } from "../data/query-keys.ts";
import { ConnectProvider } from "../provider/connect-provider.tsx";
import { type MockConnectOptions, mockConnect } from "../test-setup/index.ts";
import { AttentionBanner, type AttentionBannerProps } from "./attention-banner.tsx";

// Preloads the chunk, so that no press waits for it.
beforeAll(() => import("../session/adapters/pica.ts"));

type Row = Partial<Connection> & { platform: string };
const mail: Row = { platform: "gmail", name: "Mail" };
const brokenSales: Row = { platform: "hubspot", name: "Sales", state: "failed" };
const goneNotes: Row = { platform: "notion", name: "Notes", state: "gone" };

let queryClient: QueryClient;
let viewerKey: string;
beforeEach(() => {
  queryClient = new QueryClient();
  viewerKey = crypto.randomUUID();
});
afterEach(() => {
  sessionStorage.clear();
  vi.restoreAllMocks();
});

const page = (props: AttentionBannerProps, viewer = viewerKey) => (
  <ConnectProvider viewerKey={viewer} queryClient={queryClient}>
    <AttentionBanner {...props} />
  </ConnectProvider>
);
const isRead = (viewer = viewerKey) => {
  const keyParams = { endpoint: "/api/connect", viewerKey: viewer };
  return waitFor(() =>
    expect(queryClient.getQueryData(connectKeys.connections(keyParams, "user"))).toBeDefined(),
  );
};
async function show(
  connections: Row[],
  { authKit = "wait", ...props }: AttentionBannerProps & Pick<MockConnectOptions, "authKit"> = {},
) {
  const mock = mockConnect({ authKit, connections });
  const shown = render(page(props));
  await isRead();
  return { mock, ...shown };
}
/** Changes what the server answers, and refreshes the page. */
async function change(connections: Row[]) {
  mockConnect({ authKit: "wait", connections });
  await act(async () => {
    await queryClient.refetchQueries();
    // TanStack Query notifies its observers in a separate task.
    await new Promise((resolve) => setTimeout(resolve));
  });
}
const banner = () => document.querySelector<HTMLElement>(".ak-attention-banner");
const button = (name: string) => screen.findByRole("button", { name });
const dismiss = async () => userEvent.click(await button("Dismiss"));

describe("AttentionBanner", () => {
  test("renders nothing and reads no catalog while every account works", async () => {
    await show([mail, { platform: "slack", state: "degraded" }]);
    expect(banner()).toBeNull();
    const keyParams = { endpoint: "/api/connect", viewerKey };
    expect(queryClient.getQueryState(connectKeys.connectors(keyParams))).toBeUndefined();
  });

  test("names the account that needs attention, or counts several", async () => {
    await show([mail, brokenSales]);
    expect(screen.getByRole("region", { name: "Sales needs you to sign in again" })).toBe(banner());
    await change([mail, goneNotes]);
    expect(banner()).toHaveTextContent("Notes is no longer connected");
    await change([goneNotes, brokenSales]);
    expect(screen.getByRole("region", { name: "2 accounts need attention" })).toBe(banner());
  });

  test("says which of several accounts its button reconnects, even of one platform", async () => {
    await show([brokenSales, { platform: "hubspot", name: "Support", state: "failed" }]);
    expect(banner()).toHaveTextContent("2 accounts need attentionSales needs you to sign in again");
    expect(await button("Reconnect Sales")).toHaveTextContent(/^Reconnect$/);
  });

  test("lets a long address wrap at @ and before dots", async () => {
    await show([{ platform: "gmail", account: "billing@marlow.example", state: "failed" }]);
    const address = screen.getByText("billing@marlow.example");
    expect(address.innerHTML).toBe("billing@<wbr>marlow<wbr>.example");
  });

  test("reconnects the worst account, and disappears once it works", async () => {
    const onConnected = vi.fn();
    const { mock } = await show([brokenSales, mail], { authKit: "connect", onConnected });
    await userEvent.click(await button("Reconnect Sales"));
    await waitFor(() => expect(onConnected).toHaveBeenCalledOnce());
    await waitFor(() => expect(banner()).toBeNull());
    expect(mock.connections.map(({ id, state }) => `${id} ${state}`)).toEqual([
      "connection-0 operational",
      "connection-1 operational",
    ]);
  });

  test("says why reconnecting failed, and tries again", async () => {
    const onError = vi.fn();
    await show([brokenSales], { authKit: "decline", onError });
    await userEvent.click(await button("Reconnect Sales"));
    await waitFor(() => expect(banner()).toHaveAttribute("data-state", "error"));
    expect(screen.getByRole("alert")).toHaveTextContent("The person declined.");
    expect(onError).toHaveBeenCalledOnce();
    await userEvent.click(await button("Try again: Sales"));
    await waitFor(() => expect(onError).toHaveBeenCalledTimes(2));
  });

  test("shows a reason instead of a button when the viewer may not reconnect", async () => {
    const reason = "Only administrators may do that.";
    const can = { reconnect: { reason }, rename: true, disconnect: true } as const;
    await show([{ ...brokenSales, can }], { dismissible: false });
    expect(banner()).toHaveTextContent(reason);
    expect(screen.queryByRole("button")).toBeNull();
  });

  test("announces its sentence once, even beside a list", async () => {
    const said = listen();
    mockConnect({ authKit: "wait", connections: [mail, brokenSales] });
    render(
      <ConnectProvider viewerKey={viewerKey} queryClient={queryClient}>
        <AttentionBanner />
        <ConnectionsList />
      </ConnectProvider>,
    );
    await button("Options for Mail");
    await waitFor(() => expect(said.at(-1)).toBe("polite: Sales needs you to sign in again"));
    expect(said.filter((sentence) => sentence.includes("Sales needs"))).toHaveLength(1);
  });

  test("forwards its ref and any other attribute to the root element", async () => {
    const ref = createRef<HTMLElement>();
    mockConnect({ connections: [brokenSales] });
    render(
      <ConnectProvider viewerKey={viewerKey} dir="rtl">
        <AttentionBanner
          ref={ref}
          id="mine"
          className="mine"
          style={{ margin: "4px" }}
          data-tour="3"
        />
      </ConnectProvider>,
    );
    await button("Dismiss");
    expect(ref.current).toBe(banner());
    expect(banner()).toHaveClass("ak", "mine");
    expect(banner()).toHaveStyle({ margin: "4px" });
    expect(banner()).toHaveAttribute("data-tour", "3");
    expect(banner()).toHaveAttribute("dir", "rtl");
  });
});

describe("A dismissed AttentionBanner", () => {
  test("stays hidden on the tab's next page, but not for another viewer", async () => {
    const onDismiss = vi.fn();
    const { unmount } = await show([brokenSales], { onDismiss });
    await dismiss();
    await waitFor(() => expect(onDismiss).toHaveBeenCalledOnce());
    expect(banner()).toBeNull();
    const said = listen();
    unmount();
    const { rerender } = render(page({}));
    await isRead();
    expect(banner()).toBeNull();
    expect(said).toEqual([]);
    rerender(page({}, "somebody else"));
    await waitFor(() => expect(banner()).toBeVisible());
    expect(JSON.stringify(sessionStorage)).not.toMatch(new RegExp(`${viewerKey}|connection-0`));
  });

  test.each([
    ["another account breaks", [brokenSales, goneNotes]],
    ["the account goes altogether", [{ ...brokenSales, state: "gone" as const }]],
  ])("comes back when %s", async (_, next) => {
    await show([brokenSales]);
    await dismiss();
    await change(next);
    expect(banner()).toBeVisible();
  });

  test("returns when the account works and then breaks again", async () => {
    await show([brokenSales]);
    await dismiss();
    await change([{ ...brokenSales, state: "operational" }]);
    await change([brokenSales]);
    expect(banner()).toBeVisible();
  });

  test("stays hidden until the page is left when the browser refuses storage", async () => {
    for (const method of ["getItem", "setItem", "removeItem"] as const) {
      vi.spyOn(Storage.prototype, method).mockImplementation(() => {
        throw new DOMException("", "SecurityError");
      });
    }
    const { unmount } = await show([brokenSales]);
    await dismiss();
    unmount();
    render(page({}));
    await isRead();
    expect(banner()).toBeNull();
  });
});
