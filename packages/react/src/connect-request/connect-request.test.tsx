import type { Connection, ConnectionRequest } from "@authkit-ui/contract";
import { focusManager, onlineManager, QueryClient } from "@tanstack/react-query";
import { act, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createRef } from "react";
import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { listen } from "../../test/announcements.ts";
import { failRequests } from "../../test/fail-requests.ts";
import { render } from "../../test/render.tsx";
import { sentRequest } from "../../test/sent-request.ts";
import { connectKeys } from "../data/query-keys.ts";
import { ConnectProvider } from "../provider/connect-provider.tsx";
import { type MockConnect, type MockConnectOptions, mockConnect } from "../test-setup/index.ts";
import { ConnectRequest, type ConnectRequestProps } from "./connect-request.tsx";

// Preloads the chunk, so that no press waits for it.
beforeAll(() => import("../session/adapters/pica.ts"));

let viewerKey: string;
let queryClient: QueryClient;
beforeEach(() => {
  viewerKey = crypto.randomUUID();
  queryClient = new QueryClient();
});

const gmail = (part: Partial<Connection> = {}) => ({ platform: "gmail", ...part });
/** Every answer that the page sends. */
function sentAnswers(): unknown[] {
  const sent: unknown[] = [];
  const { fetch } = globalThis;
  globalThis.fetch = async (input, init) => {
    if (init?.method === "POST" && String(input).includes("/connection-requests/")) {
      sent.push(JSON.parse(String(init.body)));
    }
    return fetch(input, init);
  };
  onTestFinished(() => {
    globalThis.fetch = fetch;
  });
  return sent;
}
/** Keeps requests waiting until the returned function is called. */
function holdRequests(method: string, path: string): () => void {
  const { fetch } = globalThis;
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  globalThis.fetch = async (input, init) => {
    const { pathname } = new URL(String(input), document.baseURI);
    if (init?.method === method && pathname === path) await released;
    return fetch(input, init);
  };
  onTestFinished(() => {
    globalThis.fetch = fetch;
  });
  return release;
}
const page = (
  props: Partial<ConnectRequestProps>,
  requests: readonly ConnectionRequest[] = [props.request ?? sentRequest()],
) => (
  <ConnectProvider viewerKey={viewerKey} queryClient={queryClient}>
    {requests.map((request) => (
      <ConnectRequest key={request.id} {...props} request={request} />
    ))}
  </ConnectProvider>
);
interface Shown extends ReturnType<typeof render> {
  mock: MockConnect;
  onSettled: ReturnType<typeof vi.fn<(request: ConnectionRequest) => void>>;
  answers: unknown[];
}
async function show(
  options: MockConnectOptions = {},
  { request = sentRequest(), ...props }: Partial<ConnectRequestProps> = {},
): Promise<Shown> {
  const mock = mockConnect({ connectionRequests: [{ platform: "gmail" }], ...options });
  const onSettled = vi.fn();
  const answers = sentAnswers();
  const shown = render(page({ onSettled, ...props, request }));
  await waitFor(() => expect(card().dataset.state).not.toBe("loading"));
  return { mock, onSettled, answers, ...shown };
}
const cards = () => [...document.querySelectorAll<HTMLElement>(".ak-request")];
const card = () => cards()[0] as HTMLElement;
const button = (name: string) => screen.findByRole("button", { name });
const press = async (name: string) => userEvent.click(await button(name));
const isIn = (state: string) => waitFor(() => expect(card()).toHaveAttribute("data-state", state));
/** Makes the page see what has happened elsewhere, as when a person comes back to it. */
async function comeBack() {
  await act(async () => {
    focusManager.setFocused(false);
    focusManager.setFocused(true);
    await new Promise((resolve) => setTimeout(resolve));
  });
  focusManager.setFocused(undefined);
}

describe("A request for a missing account", () => {
  test("connects one, and is settled by the server's answer", async () => {
    const said = listen();
    const { onSettled, answers } = await show({ account: "ann@marlowfinch.co" });
    expect(screen.getByRole("group", { name: "Connect Gmail to continue" })).toBe(card());
    await press("Connect Gmail");
    await isIn("connected");
    await waitFor(() => expect(onSettled).toHaveBeenCalledOnce());
    expect(onSettled.mock.calls[0]?.[0]).toMatchObject({
      id: "request-0",
      status: "connected",
      connectionId: "connection-0",
    });
    expect(answers).toEqual([{ connectionId: "connection-0" }]);
    await waitFor(() => expect(card()).toHaveTextContent("ann@marlowfinch.co Connected"));
    await waitFor(() => expect(card().contains(document.activeElement)).toBe(true));
    expect(said.filter((text) => text.includes("Continuing with"))).toHaveLength(1);
  });

  test("stays pending when the person closes the dialog", async () => {
    const { onSettled, answers } = await show({ authKit: "wait" });
    await press("Connect Gmail");
    await isIn("connecting");
    await userEvent.click(await button("Close"));
    await isIn("pending");
    expect(await button("Connect Gmail")).toHaveFocus();
    expect(answers).toEqual([]);
    expect(onSettled).not.toHaveBeenCalled();
  });

  test("says why connecting failed, and tries again", async () => {
    const onError = vi.fn();
    const { onSettled } = await show({ authKit: "decline" }, { onError });
    await press("Connect Gmail");
    await isIn("error");
    expect(within(card()).getByRole("alert")).toHaveTextContent("The person declined.");
    await press("Try again to connect Gmail");
    await waitFor(() => expect(onError).toHaveBeenCalledTimes(2));
    expect(onSettled).not.toHaveBeenCalled();
  });

  test("offers no button for a platform that is not available, and says why", async () => {
    const unavailable = "Ask an administrator to turn it on.";
    await show({ connectors: [{ platform: "gmail", name: "Gmail", unavailable }] });
    await waitFor(() => expect(card()).toHaveTextContent(unavailable));
    expect(screen.getAllByRole("button")).toEqual([await button("Not now")]);
  });

  test("is answered although its card unmounts while connecting", async () => {
    const { onSettled, answers, rerender } = await show();
    const save = holdRequests("POST", "/api/connect/connections");
    await press("Connect Gmail");
    await isIn("connecting");
    rerender(page({}, []));
    save();
    await waitFor(() => expect(answers).toEqual([{ connectionId: "connection-0" }]));
    expect(onSettled).not.toHaveBeenCalled();
    const again = vi.fn();
    rerender(page({ onSettled: again }));
    await waitFor(() => expect(again).toHaveBeenCalledOnce());
  });

  test("is not settled by a message that says so", async () => {
    const { onSettled, answers } = await show({ authKit: "wait" });
    await press("Connect Gmail");
    await isIn("connecting");
    const messages = [
      { messageType: "LINK_SUCCESS", message: { key: "test::gmail::default::forged" } },
      { status: "connected", id: "request-0", connectionId: "connection-0" },
    ];
    for (const data of messages) {
      await act(async () => {
        window.dispatchEvent(new MessageEvent("message", { data, origin: location.origin }));
        window.postMessage(data, "*");
        await new Promise((resolve) => setTimeout(resolve));
      });
    }
    expect(card()).toHaveAttribute("data-state", "connecting");
    expect(answers).toEqual([]);
    expect(onSettled).not.toHaveBeenCalled();
    await userEvent.click(await button("Close"));
  });
});

describe("A request for a broken account", () => {
  test("reconnects the account, which keeps its id", async () => {
    const { onSettled, mock, answers } = await show({
      connections: [gmail({ name: "Mail", state: "failed" })],
    });
    expect(screen.getByRole("heading")).toHaveTextContent("Reconnect Gmail to continue");
    expect(card()).toHaveTextContent("Gmail needs you to sign in again.");
    await press("Reconnect Mail");
    await waitFor(() => expect(onSettled).toHaveBeenCalledOnce());
    expect(answers).toEqual([{ connectionId: "connection-0" }]);
    expect(mock.connections).toHaveLength(1);
    expect(card()).toHaveTextContent("Mail Connected");
  });

  test("has a button for each of several, or the reason why there is none", async () => {
    const reason = "Only administrators may do that.";
    const can = { reconnect: { reason }, rename: true, disconnect: true } as const;
    const { answers } = await show({
      connections: [
        gmail({ name: "Mail", state: "failed" }),
        gmail({ name: "Team", state: "gone", can }),
        gmail({ name: "Old", state: "gone" }),
      ],
    });
    const [, team] = screen.getAllByRole("listitem");
    expect(team).toHaveTextContent(reason);
    expect(within(card()).queryByRole("button", { name: "Reconnect Team" })).toBeNull();
    await button("Reconnect Mail");
    await press("Reconnect Old");
    await isIn("connected");
    expect(answers).toEqual([{ connectionId: "connection-2" }]);
  });
});

describe("A request with several accounts", () => {
  const connections = [gmail({ name: "Mail" }), gmail({ name: "Team" })];

  test("chooses none by itself, and answers with the one that the person chooses", async () => {
    const said = listen();
    const { onSettled, answers } = await show({ connections });
    const group = screen.getByRole("radiogroup", { name: "Gmail accounts" });
    const [mail, team] = within(group).getAllByRole("radio") as HTMLInputElement[];
    expect(mail).not.toBeChecked();
    expect(team).not.toBeChecked();
    const use = await button("Use this account");
    expect(use).toHaveAttribute("aria-disabled", "true");
    await userEvent.click(use);
    expect(answers).toEqual([]);

    await userEvent.click(screen.getByRole("radio", { name: "Team" }));
    await userEvent.click(use);
    await isIn("connected");
    expect(answers).toEqual([{ connectionId: "connection-1" }]);
    await waitFor(() => expect(onSettled).toHaveBeenCalledOnce());
    expect(card()).toHaveTextContent("Team Connected");
    await waitFor(() => expect(said).toContain("polite: Continuing with Team."));
    expect(card().contains(document.activeElement)).toBe(true);
  });

  test("connects another account instead", async () => {
    const { answers } = await show({ connections });
    await press("Connect another account");
    await isIn("connected");
    expect(answers).toEqual([{ connectionId: "connection-2" }]);
  });

  test("stays out of a product's form", async () => {
    mockConnect({ connections, connectionRequests: [gmail()] });
    const onChange = vi.fn();
    render(
      <form onChange={onChange} data-testid="form">
        {page({})}
      </form>,
    );
    await userEvent.click(await screen.findByRole("radio", { name: "Mail" }));
    expect(screen.getByRole("radio", { name: "Mail" })).toBeChecked();
    expect(onChange).not.toHaveBeenCalled();
    expect([...new FormData(screen.getByTestId<HTMLFormElement>("form"))]).toEqual([]);
  });

  test.each([
    [409, "connection_conflict"],
    [403, "access_denied"],
  ] as const)(
    "says what is wrong when the server refuses the account by %i, and stays pending",
    async (status, code) => {
      const onError = vi.fn();
      const { onSettled } = await show({ connections }, { onError });
      const pass = failRequests({
        method: "POST",
        path: "/connection-requests/",
        status,
        problem: { code },
      });
      await userEvent.click(screen.getByRole("radio", { name: "Mail" }));
      await press("Use this account");
      await isIn("error");
      expect(within(card()).getByRole("alert")).toHaveTextContent(
        "This account can’t be used here. It may lack the access that is needed.",
      );
      expect(onError).toHaveBeenCalledOnce();
      expect(onSettled).not.toHaveBeenCalled();
      pass();
      await userEvent.click(screen.getByRole("radio", { name: "Team" }));
      await press("Use this account");
      await isIn("connected");
    },
  );
});

describe("Not now", () => {
  test("declines, and the card keeps the focus", async () => {
    const said = listen();
    const { onSettled, answers } = await show();
    await press("Not now");
    await isIn("declined");
    expect(answers).toEqual([{ declined: true }]);
    await waitFor(() => expect(onSettled).toHaveBeenCalledOnce());
    expect(onSettled.mock.calls[0]?.[0]).toMatchObject({ status: "declined" });
    expect(card().contains(document.activeElement)).toBe(true);
    await waitFor(() => expect(said).toContain("polite: Gmail: Not now"));
  });

  test("is not lost with the network: the card says so, and the person tries again", async () => {
    const { onSettled } = await show();
    const pass = failRequests({ method: "POST", path: "/connection-requests/", status: 500 });
    await press("Not now");
    await isIn("error");
    expect(within(card()).getByRole("alert")).toHaveTextContent("Your answer wasn’t saved.");
    expect(within(card()).getByRole("button", { name: "Connect Gmail" })).toBeVisible();
    expect(onSettled).not.toHaveBeenCalled();
    pass();
    await press("Not now");
    await isIn("declined");
  });
});

describe("A card of an old request", () => {
  test("shows what has become of it, and says so once", async () => {
    const said = listen();
    const { onSettled, rerender } = await show({ connections: [gmail({ name: "Mail" })] });
    await isIn("connected");
    await waitFor(() => expect(onSettled).toHaveBeenCalledOnce());
    rerender(page({ onSettled }));
    await comeBack();
    expect(onSettled).toHaveBeenCalledOnce();
    expect(said.filter((text) => text.includes("Continuing"))).toEqual([]);
  });

  test("reports nothing and asks nothing when the page already knew the result", async () => {
    const { onSettled } = await show({}, { request: sentRequest({ status: "declined" }) });
    await isIn("declined");
    await comeBack();
    expect(onSettled).not.toHaveBeenCalled();
    const key = connectKeys.connectionRequests({ endpoint: "/api/connect", viewerKey });
    expect(queryClient.getQueriesData({ queryKey: key }).map(([, data]) => data)).toEqual([
      undefined,
    ]);
  });

  test("is unavailable when the server no longer knows the request", async () => {
    const { onSettled } = await show({ connectionRequests: [] });
    await isIn("unavailable");
    expect(card()).toHaveTextContent("Gmail No longer available");
    await waitFor(() => expect(onSettled).toHaveBeenCalledOnce());
    expect(onSettled.mock.calls[0]?.[0]).toMatchObject({ status: "unavailable" });
  });

  test("follows what another tab has answered, when the person comes back", async () => {
    const { onSettled } = await show();
    await fetch("/api/connect/connection-requests/request-0", {
      method: "POST",
      body: JSON.stringify({ declined: true }),
    });
    await comeBack();
    await isIn("declined");
    await waitFor(() => expect(onSettled).toHaveBeenCalledOnce());
  });

  test("follows the accounts that another tab has connected", async () => {
    const { onSettled, mock } = await show({ connections: [gmail({ state: "failed" })] });
    Object.assign(mock.connections[0] ?? {}, { state: "operational" });
    const channel = new BroadcastChannel(
      JSON.stringify(connectKeys.all({ endpoint: "/api/connect", viewerKey })),
    );
    onTestFinished(() => channel.close());
    channel.postMessage("user");
    await isIn("connected");
    await waitFor(() => expect(onSettled).toHaveBeenCalledOnce());
  });

  test("shows why it could not be read, and reads it again", async () => {
    mockConnect({ connectionRequests: [gmail()] });
    const pass = failRequests({ method: "GET", path: "/connection-requests/", status: 403 });
    render(page({}));
    await isIn("error");
    expect(within(card()).getByRole("alert")).toBeVisible();
    pass();
    await press("Try again");
    await button("Connect Gmail");
    expect(screen.getByRole("heading")).toHaveFocus();
  });

  test("names the platform that the server names, whatever the page was given", async () => {
    await show({}, { request: sentRequest({ platform: "slack" }) });
    expect(screen.getByRole("group", { name: "Connect Gmail to continue" })).toBe(card());
    expect(screen.getByRole("button", { name: "Connect Gmail" })).toBeVisible();
  });

  test("says that the person is signed out", async () => {
    mockConnect({ connectionRequests: [gmail()] });
    failRequests({ method: "GET", path: "/connection-requests/", status: 401 });
    render(page({}));
    await isIn("error");
    expect(within(card()).getByRole("alert")).toHaveTextContent("You’re signed out");
  });

  test("says that the browser is offline, and goes on when it is back", async () => {
    mockConnect({ connectionRequests: [gmail()] });
    onlineManager.setOnline(false);
    onTestFinished(() => onlineManager.setOnline(true));
    render(page({}));
    await isIn("error");
    expect(within(card()).getByRole("alert")).toHaveTextContent("You’re offline");
    act(() => onlineManager.setOnline(true));
    await isIn("pending");
  });
});

describe("An account that is connected, but whose answer is lost", () => {
  test("is answered with again, and not connected twice", async () => {
    const { onSettled, answers, mock } = await show();
    const passReads = failRequests({ method: "GET", path: "/connection-requests/", status: 429 });
    const passAnswers = failRequests({
      method: "POST",
      path: "/connection-requests/",
      status: 503,
    });
    await press("Connect Gmail");
    await isIn("error");
    expect(within(card()).getByRole("alert")).toHaveTextContent("Your answer wasn’t saved.");
    passAnswers();
    passReads();
    await press("Try again to connect Gmail");
    await isIn("connected");
    await waitFor(() => expect(onSettled).toHaveBeenCalledOnce());
    expect(mock.connections).toHaveLength(1);
    expect(answers.at(-1)).toEqual({ connectionId: "connection-0" });
  });
});

test("A settled request that the page passes as pending again is open, and reports its next settlement", async () => {
  const { mock, onSettled, rerender } = await show({ connections: [gmail()] });
  await isIn("connected");
  await waitFor(() => expect(onSettled).toHaveBeenCalledOnce());
  // The provider has refused the account, so the call waits again.
  const [account] = mock.connections;
  Object.assign(account ?? {}, { state: "failed" });
  const [known] = mock.connectionRequests;
  Object.assign(known ?? {}, { status: "pending", connectionId: undefined });
  const request = sentRequest({ reason: "broken", candidates: [account as Connection] });
  rerender(page({ onSettled, request }));
  await press("Reconnect Gmail");
  await isIn("connected");
  await waitFor(() => expect(onSettled).toHaveBeenCalledTimes(2));
  // The page still renders the old copy in its history.
  rerender(page({ onSettled, request: { ...request } }));
  await comeBack();
  expect(card()).toHaveAttribute("data-state", "connected");
  expect(onSettled).toHaveBeenCalledTimes(2);
});

test("While one card connects, those of the same platform wait, and settle with it", async () => {
  mockConnect({
    authKit: "wait",
    connectionRequests: [gmail(), gmail(), { platform: "slack" }],
  });
  const onSettled = vi.fn();
  const requests = [
    sentRequest(),
    sentRequest({ id: "request-1" }),
    sentRequest({ id: "request-2", platform: "slack" }),
  ];
  render(page({ onSettled }, requests));
  const states = () => cards().map(({ dataset }) => dataset.state);
  await waitFor(() => expect(states()).toEqual(["pending", "pending", "pending"]));
  await userEvent.click(within(card()).getByRole("button", { name: "Connect Gmail" }));
  await waitFor(() => expect(states()).toEqual(["connecting", "waiting", "pending"]));
  const waiting = within(cards()[1] as HTMLElement).getByRole("button", { name: "Connect Gmail" });
  expect(waiting).toHaveAttribute("aria-disabled", "true");
  expect(waiting).toHaveAccessibleDescription(/Gmail is being connected for another request/);
  await userEvent.click(await button("Close"));
  await waitFor(() => expect(states()).toEqual(["pending", "pending", "pending"]));
});

test("Cards of the same platform are settled by the account that one of them connects", async () => {
  mockConnect({ connectionRequests: [gmail(), gmail()] });
  const onSettled = vi.fn();
  const answers = sentAnswers();
  render(page({ onSettled }, [sentRequest(), sentRequest({ id: "request-1" })]));
  await waitFor(() => expect(screen.getAllByRole("button")).toHaveLength(4));
  await userEvent.click(within(card()).getByRole("button", { name: "Connect Gmail" }));
  await waitFor(() => expect(onSettled).toHaveBeenCalledTimes(2));
  expect(new Set(onSettled.mock.calls.map(([{ id }]) => id))).toEqual(
    new Set(["request-0", "request-1"]),
  );
  expect(answers).toHaveLength(1);
});

test("The card forwards its ref and any other attribute to the root element", async () => {
  const ref = createRef<HTMLElement>();
  await show({}, {
    ref,
    id: "mine",
    className: "mine",
    style: { margin: "4px" },
    "data-tour": "3",
    description: "Send a note to Ann",
    headingLevel: 4,
  } as Partial<ConnectRequestProps>);
  expect(ref.current).toBe(card());
  expect(card()).toHaveClass("ak", "mine");
  expect(card()).toHaveStyle({ margin: "4px" });
  expect(card()).toHaveAttribute("data-tour", "3");
  expect(card()).toHaveTextContent("Send a note to Ann");
  expect(screen.getByRole("heading", { level: 4 })).toBeVisible();
});
