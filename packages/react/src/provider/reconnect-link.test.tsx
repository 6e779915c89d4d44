import type { Connection } from "@authkit-ui/contract";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { render } from "../../test/render.tsx";
import { currentSession } from "../session/session-store.ts";
import { type MockConnectOptions, mockConnect } from "../test-setup/index.ts";
import { ConnectProvider } from "./connect-provider.tsx";
import type { ConnectProviderProps } from "./connect-provider-props.ts";

// Preloads the chunk, so that no press waits for it.
beforeAll(() => import("../session/adapters/pica.ts"));

const brokenSales = { platform: "hubspot", name: "Sales", state: "failed" } as const;
const team: Partial<Connection> & { platform: string } = { platform: "slack", name: "Team" };
const router = { usr: null, key: "r4u1", idx: 3 };

const openLink = (search: string) => history.pushState(router, "", `/settings${search}#accounts`);
const address = () => `${location.pathname}${location.search}${location.hash}`;
/** Without spaces, because jsdom puts none between the parts of a heading. */
const question = () => screen.findByRole("alertdialog", { name: /^Reconnect ?Sales ?\?$/ });
const notice = () =>
  waitFor(() => expect(document.querySelector(".ak-link-notice")).not.toBeNull());

beforeEach(() => openLink(""));
afterEach(() => history.replaceState(null, "", "/"));

function show(props: Partial<ConnectProviderProps> = {}, options: MockConnectOptions = {}) {
  const mock = mockConnect({ authKit: "connect", connections: [brokenSales, team], ...options });
  render(<ConnectProvider viewerKey="ann" {...props} />);
  return mock;
}

test("asks the owner before it reconnects, and keeps the rest of the address", async () => {
  openLink("?tab=a%20b&ak-reconnect=connection-0&x");
  const onEvent = vi.fn();
  const mock = show({ onEvent });
  expect(await question()).toHaveAccessibleDescription(/needs you to sign in again/);
  expect(address()).toBe("/settings?tab=a%20b&x#accounts");
  expect(history.state).toEqual(router);
  expect(currentSession()).toBeNull();
  await userEvent.click(screen.getByRole("button", { name: "Reconnect" }));
  await waitFor(() =>
    expect(onEvent).toHaveBeenCalledWith(
      expect.objectContaining({ name: "connect_started", reconnect: true }),
    ),
  );
  await waitFor(() => expect(mock.connections[0]?.state).toBe("operational"));
  await waitFor(() => expect(currentSession()).toBeNull());
  expect(screen.queryByRole("alertdialog")).toBeNull();
});

test("starts no session when the owner declines", async () => {
  openLink("?ak-reconnect=connection-0");
  show();
  await userEvent.click(await screen.findByRole("button", { name: "Not now" }));
  expect(screen.queryByRole("alertdialog")).toBeNull();
  expect(currentSession()).toBeNull();
  expect(address()).toBe("/settings#accounts");
});

test.each([
  ["an account that works again", "connection-1", "Team works again. There is nothing to do."],
  ["an account of somebody else, or an unknown one", "connection-9", "isn’t among yours"],
])("says in a sentence that a link leads to %s", async (_, id, sentence) => {
  openLink(`?ak-reconnect=${id}`);
  show();
  await notice();
  expect(document.querySelector(".ak-link-notice")).toHaveTextContent(sentence);
  await waitFor(() => expect(document.querySelector(".ak-announcer")).toHaveTextContent(sentence));
  expect(screen.queryByRole("alertdialog")).toBeNull();
  expect(address()).toBe("/settings#accounts");
  await userEvent.click(screen.getByRole("button", { name: "Close" }));
  expect(document.querySelector(".ak-link-notice")).toBeNull();
});

test("shows the reason when the owner may not reconnect", async () => {
  openLink("?ak-reconnect=connection-0");
  const reason = "Only administrators may do that.";
  const can = { reconnect: { reason }, rename: true, disconnect: true } as const;
  show({}, { connections: [{ ...brokenSales, can }] });
  expect(await screen.findByRole("alertdialog")).toHaveAccessibleDescription(reason);
  expect(screen.queryByRole("button", { name: "Reconnect" })).toBeNull();
});

test("says why the session that it started has failed", async () => {
  openLink("?ak-reconnect=connection-0");
  show({}, { authKit: "decline" });
  await userEvent.click(await screen.findByRole("button", { name: "Reconnect" }));
  await notice();
  expect(document.querySelector(".ak-link-notice")).toHaveTextContent("The person declined.");
});

test("keeps the parameter in the address until the accounts can be read, e.g. after a sign-in", async () => {
  openLink("?ak-reconnect=connection-0");
  mockConnect({ connections: [brokenSales] });
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", async () => new Response(null, { status: 401 }));
  const onUnauthorized = vi.fn();
  const { rerender } = render(
    <ConnectProvider viewerKey="nobody" onUnauthorized={onUnauthorized} />,
  );
  await waitFor(() => expect(onUnauthorized).toHaveBeenCalled());
  expect(address()).toContain("ak-reconnect=connection-0");
  vi.stubGlobal("fetch", fetch);
  rerender(<ConnectProvider viewerKey="ann" />);
  await question();
  rerender(<ConnectProvider viewerKey="ben" />);
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  vi.unstubAllGlobals();
});

test("reads the parameter that reconnectParameter names, or none for null", async () => {
  openLink("?ak-reconnect=connection-0&mend=connection-0");
  show({ reconnectParameter: null });
  show({ reconnectParameter: "mend" });
  await screen.findByRole("alertdialog");
  expect(address()).toBe("/settings?ak-reconnect=connection-0#accounts");
});

test("tells Next.js the new address, and keeps the rest of its history entry", async () => {
  openLink("?ak-reconnect=connection-9");
  history.replaceState({ __NA: true, mine: 1 }, "");
  const replaceState = vi.spyOn(history, "replaceState");
  show();
  await notice();
  expect(replaceState).toHaveBeenCalledExactlyOnceWith({ mine: 1 }, "", "/settings#accounts");
  replaceState.mockRestore();
});
