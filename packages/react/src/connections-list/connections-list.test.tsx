import type { Connection } from "@authkit-ui/contract";
import { onlineManager } from "@tanstack/react-query";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { createRef } from "react";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { failRequests } from "../../test/fail-requests.ts";
import { render } from "../../test/render.tsx";
import { accountActions } from "../account-actions/use-account-actions.ts";
import { ConnectProvider } from "../provider/connect-provider.tsx";
import { type MockConnectOptions, mockConnect } from "../test-setup/index.ts";
import { ConnectionsList, type ConnectionsListProps } from "./connections-list.tsx";

let user: UserEvent;
beforeEach(() => {
  user = userEvent.setup();
});

const mail: Partial<Connection> & { platform: string } = { platform: "gmail", name: "Mail" };
const team: typeof mail = { platform: "slack", name: "Team" };
const brokenSales: typeof mail = { platform: "hubspot", name: "Sales", state: "failed" };
const usedAt = "2026-02-03T12:00:00.000Z";
const can = { reconnect: true, rename: true, disconnect: true } as const;
const forbidden = { reason: "Only administrators may do that." };

const list = (name = "Connected accounts") => screen.getByRole("region", { name });
const isInState = (state: string) => waitFor(() => expect(list().dataset.state).toBe(state));
const rows = () => screen.getAllByRole("listitem");
const row = (name: string) => rows().find((one) => one.textContent?.includes(name)) as HTMLElement;
const rowIsInState = (name: string, state: string) =>
  waitFor(() => expect(row(name).dataset.state).toBe(state));
const button = (name: string | RegExp) => screen.findByRole("button", { name });
const announcer = () => document.querySelector(".ak-announcer");

const page = (viewerKey: string, props: ConnectionsListProps = {}) => (
  <ConnectProvider viewerKey={viewerKey}>
    <ConnectionsList {...props} />
  </ConnectProvider>
);
async function show(props: ConnectionsListProps = {}, options: MockConnectOptions = {}) {
  mockConnect({ authKit: "wait", connections: [mail, team], ...options });
  const shown = render(page("ann", props));
  await isInState(options.connections?.length === 0 ? "empty" : "ready");
  return shown;
}
async function choose(account: string, command: string) {
  await user.click(await button(`Options for ${account}`));
  await user.click(await screen.findByRole("menuitem", { name: command }));
}
async function rename(account: string, name: string) {
  await choose(account, "Rename");
  const field = await screen.findByRole("textbox", { name: `Name of ${account}` });
  await user.clear(field);
  await user.type(field, `${name}{Enter}`);
}
async function disconnect(account: string) {
  await choose(account, "Disconnect…");
  await screen.findByRole("alertdialog");
  await user.click(await button("Disconnect"));
}

describe("the list", () => {
  test("puts the account that needs attention first, counts it, and announces the count", async () => {
    await show({}, { connections: [mail, brokenSales] });
    expect(rows()[0]).toHaveTextContent(/Sales.*HubSpot/);
    expect(rows()[0]).toHaveTextContent("HubSpot needs you to sign in again.");
    expect(screen.getByText("1 needs attention", { selector: ".ak-state-text" })).toBeVisible();
    expect(announcer()).toHaveTextContent("1 needs attention");
  });

  test("groups the accounts by platform, those that need attention still first", async () => {
    await show({ groupBy: "platform" }, { connections: [mail, brokenSales] });
    const [first] = screen.getAllByRole("list");
    expect(first).toHaveAccessibleName("HubSpot");
    expect(screen.getByRole("list", { name: "Gmail" })).toHaveTextContent("Mail");
  });

  test("offers nothing to press in a row when it is read-only", async () => {
    await show({ readOnly: true }, { connections: [brokenSales] });
    expect(within(row("Sales")).queryByRole("button")).toBeNull();
  });

  test("leads from the empty list to what the product offers", async () => {
    const onBrowse = vi.fn();
    await show({ onBrowse }, { connections: [] });
    await user.click(await button("Browse integrations"));
    expect(onBrowse).toHaveBeenCalledOnce();
  });

  test("opens AuthKit’s own catalog where the page has no gallery", async () => {
    await show({}, { connections: [] });
    await user.click(await button("Browse integrations"));
    expect(await screen.findByRole("dialog", { name: "Connect an account" })).toBeVisible();
    await user.click(await button("Close"));
  });

  test("shows why it could not be read, and focuses its heading when it is read again", async () => {
    mockConnect();
    const recover = failRequests({
      method: "GET",
      path: "/connections",
      status: 403,
      problem: { code: "forbidden" },
    });
    render(page("ann"));
    await isInState("error");
    expect(screen.getByText("4be0-d815").parentElement).toHaveTextContent("Reference 4be0-d815");
    // A code is not for the ear.
    expect(screen.getByRole("alert")).not.toHaveTextContent("Reference");
    recover();
    (await button("Try again")).focus();
    await user.keyboard("{Enter}");
    await isInState("empty");
    expect(screen.getByRole("heading", { name: "Connected accounts" })).toHaveFocus();
  });

  test("says that the person is signed out when the server does not know them any more", async () => {
    mockConnect({ connections: [mail] });
    failRequests({
      method: "GET",
      path: "/connections",
      status: 401,
      problem: { code: "unauthorized" },
    });
    render(page("ann"));
    expect(await screen.findByRole("alert")).toHaveTextContent("You’re signed out");
  });

  test("keeps its rows when a refresh fails, and says that they may be out of date", async () => {
    await show();
    failRequests({ method: "GET", path: "/connections", status: 403 });
    await user.click(await button("Refresh"));
    expect(await screen.findByText(/^As of .*The latest list couldn’t be read\.$/)).toBeVisible();
    expect(row("Mail")).toBeVisible();
  });

  test("does not call itself empty when the server could not ask Pica and has stored no account", async () => {
    mockConnect();
    const { fetch } = globalThis;
    const stopFailing = () => {
      globalThis.fetch = fetch;
    };
    onTestFinished(stopFailing);
    globalThis.fetch = async (input, init) =>
      String(input).includes("/connections")
        ? Response.json({ connections: [], stale: true, viewer: "mock-viewer" })
        : fetch(input, init);
    render(page("ann"));
    await isInState("error");
    expect(screen.getByRole("alert")).toHaveTextContent("Your accounts didn’t load");
    stopFailing();
    await user.click(await button("Try again"));
    await isInState("empty");
  });

  test("offers no reconnect while the browser is offline", async () => {
    await show({}, { connections: [brokenSales] });
    onTestFinished(() => onlineManager.setOnline(true));
    act(() => onlineManager.setOnline(false));
    expect(await button("Reconnect Sales")).toHaveAttribute("aria-disabled", "true");
  });

  test("shows nothing of the last viewer’s rows, questions and problems to the next one", async () => {
    const shown = await show({}, { connections: [mail, team, brokenSales] });
    await disconnect("Mail");
    await rowIsInState("Mail", "removed");
    failRequests({ method: "PATCH", path: "/connections", status: 502 });
    await rename("Sales", "Other");
    await rowIsInState("Sales", "error");
    await choose("Team", "Disconnect…");
    await screen.findByRole("alertdialog");

    mockConnect({ connections: [{ platform: "notion", name: "Handbook" }] });
    const seen: string[] = [];
    const observer = new MutationObserver(() => seen.push(shown.element.textContent ?? ""));
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    shown.rerender(page("ben"));
    expect(await screen.findByText("Handbook")).toBeVisible();
    observer.disconnect();
    expect(seen.filter((text) => /Mail|Team|Sales/.test(text))).toEqual([]);
    expect(screen.queryByRole("alertdialog")).toBeNull();
  });
});

describe("A row of the list", () => {
  test("says when a healthy account was connected, instead of “Connected”", async () => {
    await show();
    expect(within(row("Mail")).getByText("Connected")).toHaveClass("ak-unseen");
    expect(within(row("Mail")).getByText("Added January 1, 2026")).toBeVisible();
  });

  test("says when the account was last used, once that is known", async () => {
    const threeDaysAgo = new Date();
    threeDaysAgo.setDate(threeDaysAgo.getDate() - 3);
    await show({}, { connections: [{ ...mail, lastUsedAt: threeDaysAgo.toISOString() }, team] });
    expect(row("Mail")).toHaveTextContent("Connected Last used 3 days ago");
    expect(row("Mail")).not.toHaveTextContent("Added");
    expect(row("Team")).toHaveTextContent("Added January 1, 2026");
  });

  test("also says when it was added if the product shows dates", async () => {
    await show({ showDates: true }, { connections: [{ ...mail, lastUsedAt: usedAt }] });
    expect(row("Mail")).toHaveTextContent("Gmail · Added January 1, 2026");
    expect(row("Mail")).toHaveTextContent("Last used February 3, 2026");
  });

  test("says who added a team’s account, and when", async () => {
    const connections = [
      { ...mail, connectedBy: "Ben" },
      { ...team, connectedBy: "Ann", lastUsedAt: usedAt },
      { ...brokenSales, connectedBy: "שירה" },
    ];
    await show({}, { connections });
    expect(row("Mail")).toHaveTextContent("Gmail · Added by Ben");
    expect(row("Mail")).toHaveTextContent("Connected Added January 1, 2026");
    expect(row("Team")).toHaveTextContent("Slack · Added by Ann");
    expect(row("Team")).toHaveTextContent("Last used February 3, 2026");
    expect(row("Team")).not.toHaveTextContent("January");
    expect(row("Sales")).toHaveTextContent("HubSpot · Added by שירה");
    expect(within(row("Sales")).getByText("שירה").localName).toBe("bdi");
  });

  test("says who added an unnamed account, and when, in every state", async () => {
    const unnamed = { platform: "gmail", account: undefined, connectedBy: "Ben" };
    await show({}, { connections: [{ ...unnamed, lastUsedAt: usedAt }] });
    expect(row("Gmail")).toHaveTextContent("Added by Ben, January 1, 2026");
    expect(row("Gmail")).toHaveTextContent("Last used February 3, 2026");
  });

  test("says when it was added if the last use is not a valid date", async () => {
    await show({}, { connections: [{ ...mail, lastUsedAt: "yesterday" }] });
    expect(row("Mail")).toHaveTextContent("Added January 1, 2026");
  });

  test("tells two unnamed accounts of a platform apart by their day", async () => {
    const unnamed = { platform: "gmail", account: undefined };
    await show(
      {},
      {
        connections: [
          { ...unnamed, createdAt: "2026-01-02T12:00:00.000Z" },
          { ...unnamed, createdAt: "2026-02-03T12:00:00.000Z" },
        ],
      },
    );
    await choose("Gmail (February 3, 2026)", "Disconnect…");
    expect(await screen.findByRole("alertdialog")).toHaveTextContent(
      "Disconnect Gmail (February 3, 2026)?",
    );
  });

  test("leaves the “Test” badge to the title when all are test accounts", async () => {
    await show();
    expect(screen.getAllByText("Test")).toHaveLength(1);
    expect(within(row("Mail")).queryByText("Test")).toBeNull();
  });

  test("shows the “Test” badge when other accounts are live", async () => {
    await show({}, { connections: [mail, { ...team, environment: "live" }] });
    expect(screen.getAllByText("Test")).toEqual([within(row("Mail")).getByText("Test")]);
  });

  test("is marked as new only if its account was connected while the list was shown", async () => {
    await show({}, { authKit: "connect", account: "new@marlow.example" });
    await choose("Mail", "Add another Gmail account");
    await waitFor(() => expect(row("new@marlow.example")).toHaveAttribute("data-new"));
    expect(rows().filter(({ dataset }) => dataset.new !== undefined)).toHaveLength(1);
  });

  test("lets an address wrap after @ and before a dot, and copies as one text", async () => {
    await show({}, { connections: [{ platform: "gmail", account: "ann@marlow.example" }] });
    expect(screen.getByText("ann@marlow.example").innerHTML).toBe("ann@<wbr>marlow<wbr>.example");
  });
});

describe("The list while it loads", () => {
  const skeleton = () => list().querySelectorAll(".ak-row[data-state=loading]").length;
  const visit = (viewerKey = "ann") => {
    localStorage.clear();
    return {
      async ends(connections: NonNullable<MockConnectOptions["connections"]>) {
        mockConnect({ connections });
        const shown = render(page(viewerKey));
        await isInState(connections.length === 0 ? "empty" : "ready");
        shown.unmount();
      },
      next(nextViewer = viewerKey) {
        mockConnect({ connections: [] });
        render(page(nextViewer));
        expect(list().dataset.state).toBe("loading");
      },
    };
  };

  test("shows as many skeleton rows as the last visit had accounts", async () => {
    const visits = visit();
    await visits.ends([mail, team, brokenSales, { platform: "notion" }, { platform: "stripe" }]);
    visits.next();
    expect(skeleton()).toBe(5);
  });

  test("shows no more skeleton rows than fit the window", async () => {
    const visits = visit();
    await visits.ends(Array.from({ length: 40 }, (_, index) => ({ ...mail, name: `${index}` })));
    visits.next();
    expect(skeleton()).toBe(Math.ceil(window.innerHeight / 64));
  });

  test("shows one skeleton row as high as the empty list, unreachable, when nothing was connected", async () => {
    const visits = visit();
    await visits.ends([]);
    visits.next();
    expect(skeleton()).toBe(1);
    const placeholder = screen.getByText("No accounts connected yet").closest("[aria-hidden]");
    expect(placeholder).toHaveClass("ak-list-placeholder");
  });

  test("uses no other viewer’s count, and stores no name", async () => {
    const visits = visit("ann@example.com");
    await visits.ends([mail, team, brokenSales, { platform: "notion" }]);
    expect(JSON.stringify({ ...localStorage })).not.toContain("ann");
    visits.next("ben");
    expect(skeleton()).toBe(3);
  });
});

describe("a row’s menu", () => {
  test("says why no further account can be connected", async () => {
    const unavailable = "Your plan has no more of it.";
    await show({}, { connectors: [{ platform: "gmail", name: "Gmail", unavailable }] });
    await user.click(await button("Options for Mail"));
    const command = await screen.findByRole("menuitem", { name: "Add another Gmail account" });
    expect(command).toHaveAttribute("aria-disabled", "true");
    expect(command).toHaveAccessibleDescription(unavailable);
  });

  test("keeps a command that may not be used reachable, and does nothing for it", async () => {
    const can = { reconnect: true, rename: forbidden, disconnect: true } as const;
    await show({}, { connections: [{ ...mail, can }] });
    (await button("Options for Mail")).focus();
    await user.keyboard("{Enter}");
    const command = await screen.findByRole("menuitem", { name: "Rename" });
    expect(command).toHaveFocus();
    expect(command).toHaveAccessibleDescription(forbidden.reason);
    await user.keyboard("{Enter}");
    expect(command).toHaveFocus();
    expect(screen.queryByRole("textbox")).toBeNull();
  });

  test("has its code loaded with the first accounts, before any press", async () => {
    vi.spyOn(accountActions, "current").mockReturnValue(null);
    const load = vi.spyOn(accountActions, "load");
    onTestFinished(() => void vi.restoreAllMocks());
    const empty = await show({}, { connections: [] });
    expect(load).not.toHaveBeenCalled();
    empty.unmount();
    await show();
    expect(load).toHaveBeenCalled();
  });

  test("opens as soon as its code is loaded, unless the person has moved on", async () => {
    const actions = await accountActions.load();
    let finish = () => {};
    vi.spyOn(accountActions, "current").mockReturnValue(null);
    vi.spyOn(accountActions, "load").mockImplementation(
      () =>
        new Promise((resolve) => {
          finish = () => {
            vi.mocked(accountActions.current).mockReturnValue(actions);
            resolve(actions);
          };
        }),
    );
    onTestFinished(() => void vi.restoreAllMocks());
    await show();
    const options = await button("Options for Mail");
    await user.click(options);
    expect(options).toHaveAttribute("aria-busy", "true");
    await user.tab();
    await act(async () => finish());
    expect(options).not.toHaveAttribute("aria-busy");
    expect(screen.queryByRole("menu")).toBeNull();

    vi.mocked(accountActions.current).mockReturnValue(null);
    await user.click(options);
    await act(async () => finish());
    expect(screen.getByRole("menuitem", { name: "Rename" })).toHaveFocus();
  });

  test("says in its row that its code could not be loaded, and opens when Retry helps", async () => {
    const { load } = accountActions;
    const current = vi.spyOn(accountActions, "current").mockReturnValue(null);
    vi.spyOn(accountActions, "load").mockRejectedValue(new Error("offline"));
    onTestFinished(() => void vi.restoreAllMocks());
    await show({}, { connections: [mail] });
    const options = await button("Options for Mail");
    await user.click(options);
    await rowIsInState("Mail", "error");
    expect(screen.getByRole("alert")).toHaveTextContent("Couldn’t reach the server");
    // The account is as healthy as it was.
    expect(row("Mail")).toHaveTextContent("Connected");

    current.mockRestore();
    vi.mocked(accountActions.load).mockImplementation(load);
    await user.click(await button("Try again: Mail"));
    expect(await screen.findByRole("menuitem", { name: "Rename" })).toHaveFocus();
    await user.keyboard("{Escape}");
    expect(options).toHaveFocus();
    await rowIsInState("Mail", "operational");
  });
});

describe("renaming", () => {
  test("saves the new name with Enter, announces it, and returns the focus to the row", async () => {
    await show();
    await rename("Mail", "Client support");
    await waitFor(() => expect(row("Client support")).toHaveFocus());
    await waitFor(() => expect(announcer()).toHaveTextContent("Renamed to Client support."));
  });

  test("keeps the old name when Escape is pressed", async () => {
    await show();
    await choose("Mail", "Rename");
    await user.type(await screen.findByRole("textbox"), "Other{Escape}");
    expect(screen.queryByRole("textbox")).toBeNull();
    expect(row("Mail")).toHaveFocus();
  });

  test("selects the shown name, and saves nothing when it is unchanged", async () => {
    const mock = await show({}, { connections: [{ platform: "gmail" }] });
    await choose("Gmail", "Rename");
    const field = await screen.findByRole<HTMLInputElement>("textbox");
    expect(field).toHaveValue("Gmail");
    expect(field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)).toBe("Gmail");
    await user.keyboard("{Enter}");
    expect(announcer()).toBeEmptyDOMElement();
    expect(row("Gmail").dataset.state).toBe("operational");
    mock.unmount();
  });

  test("restores the old name when the list cannot be read again either", async () => {
    await show();
    failRequests({ method: "PATCH", path: "/connections", status: 502 });
    failRequests({ method: "GET", path: "/connections", status: 502 });
    await rename("Mail", "Other");
    await waitFor(() => expect(row("Mail")).toHaveTextContent("Couldn’t rename"));
    expect(screen.queryByText("Other")).toBeNull();
  });

  test("restores the old name when the server refuses, and tries again", async () => {
    await show();
    const recover = failRequests({ method: "PATCH", path: "/connections", status: 502 });
    await rename("Mail", "Other");
    await waitFor(() => expect(row("Mail")).toHaveTextContent("Couldn’t rename"));
    recover();
    await user.click(await button("Try again: Mail"));
    await rowIsInState("Other", "operational");
  });
});

describe("what an account may be used for", () => {
  const anyMail: typeof mail = { ...mail, access: "full" };
  const level = (name: string) => screen.findByRole("menuitemradio", { name });
  async function chooseLevel(account: string, name: string) {
    await user.click(await button(`Options for ${account}`));
    await user.click(await level(name));
  }

  test("is said in the row unless it is everything, also beside why the account is broken", async () => {
    const connections = [
      anyMail,
      { ...team, access: "read" as const },
      { ...brokenSales, access: "off" as const },
    ];
    await show({ readOnly: true }, { connections });
    expect(row("Mail")).not.toHaveTextContent("May");
    expect(row("Team")).toHaveTextContent("May be read, not changed");
    expect(row("Sales")).toHaveTextContent("HubSpot needs you to sign in again.");
    expect(row("Sales")).toHaveTextContent("May not be used");
  });

  test("is chosen in the row’s menu by the keyboard, announced, and told to the product", async () => {
    const onEvent = vi.fn();
    const mock = mockConnect({ connections: [anyMail] });
    render(
      <ConnectProvider viewerKey="ann" onEvent={onEvent}>
        <ConnectionsList />
      </ConnectProvider>,
    );
    await isInState("ready");
    const options = await button("Options for Mail");
    options.focus();
    await user.keyboard("{Enter}");
    expect(await level("Everything")).toBeChecked();
    expect(screen.getByRole("group", { name: "May be used for" })).toContainElement(
      await level("Nothing"),
    );
    await user.keyboard("rea");
    expect(await level("Reading only")).toHaveFocus();
    await user.keyboard("{ArrowDown}");
    expect(await level("Nothing")).toHaveFocus();
    await user.keyboard("{ArrowUp}{Enter}");
    expect(options).toHaveFocus();
    expect(row("Mail")).toHaveTextContent("May be read, not changed");
    await waitFor(() => expect(announcer()).toHaveTextContent("Mail may be read, not changed."));
    expect(mock.connections).toMatchObject([{ name: "Mail", access: "read" }]);
    expect(onEvent).toHaveBeenCalledWith({
      name: "connection_access_changed",
      platform: "gmail",
      access: "read",
    });
  });

  test("changes nothing when the level in force is chosen again", async () => {
    await show({}, { connections: [anyMail] });
    await chooseLevel("Mail", "Everything");
    expect(screen.queryByRole("menu")).toBeNull();
    expect(announcer()).toBeEmptyDOMElement();
  });

  test("is as before when the server refuses, and is tried again", async () => {
    await show({}, { connections: [anyMail] });
    const recover = failRequests({ method: "PATCH", path: "/connections", status: 502 });
    await chooseLevel("Mail", "Nothing");
    await waitFor(() => expect(row("Mail")).toHaveTextContent("Couldn’t change this"));
    expect(row("Mail")).not.toHaveTextContent("May not be used");
    expect(screen.getByRole("alert")).toHaveTextContent("What it may be used for is as before.");
    recover();
    await user.click(await button("Try again: Mail"));
    await rowIsInState("Mail", "operational");
    expect(row("Mail")).toHaveTextContent("May not be used");
  });

  test("is as before when the list cannot be read again either", async () => {
    await show({}, { connections: [anyMail] });
    failRequests({ method: "PATCH", path: "/connections", status: 502 });
    failRequests({ method: "GET", path: "/connections", status: 502 });
    await chooseLevel("Mail", "Nothing");
    await waitFor(() => expect(row("Mail")).toHaveTextContent("Couldn’t change this"));
    expect(row("Mail")).not.toHaveTextContent("May not be used");
  });

  test("is not undone by a rename that was begun before", async () => {
    await show({}, { connections: [anyMail] });
    const { fetch } = globalThis;
    const releases: (() => void)[] = [];
    vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
      // Each change has its answer at once, and keeps it until it is released.
      const answer = await fetch(input, init);
      if (init?.method === "PATCH") await new Promise<void>((resolve) => releases.push(resolve));
      return answer;
    });
    onTestFinished(() => void vi.restoreAllMocks());
    await rename("Mail", "Post");
    await chooseLevel("Post", "Nothing");
    await waitFor(() => expect(releases).toHaveLength(2));
    await act(async () => releases[0]?.());
    await waitFor(() => expect(announcer()).toHaveTextContent("Renamed to Post."));
    expect(row("Post")).toHaveTextContent("May not be used");
    await act(async () => releases[1]?.());
    await waitFor(() => expect(announcer()).toHaveTextContent("Post may not be used."));
  });

  test("says why it may not be changed", async () => {
    const connections = [
      { ...mail, access: "read" as const, can: { ...can, setAccess: forbidden } },
    ];
    await show({}, { connections });
    await user.click(await button("Options for Mail"));
    const command = await screen.findByRole("menuitem", { name: "May be used for" });
    expect(command).toHaveAccessibleDescription(forbidden.reason);
    expect(screen.queryByRole("menuitemradio")).toBeNull();
  });

  test.for([
    ["has no levels", mail],
    // A store remembers a level that this process cannot change.
    ["lets nobody change them", { ...mail, access: "read" as const, can }],
  ] as const)("is not offered where the server %s", async ([, account]) => {
    await show({}, { connections: [account] });
    await user.click(await button("Options for Mail"));
    await screen.findByRole("menuitem", { name: "Rename" });
    expect(screen.queryByRole("menuitemradio")).toBeNull();
    expect(screen.queryByRole("menuitem", { name: "May be used for" })).toBeNull();
  });
});

describe("disconnecting", () => {
  test("asks first, with the focus on the safe answer", async () => {
    await show({ describeDisconnect: ({ name }) => `${name} stops.` });
    await choose("Mail", "Disconnect…");
    const question = await screen.findByRole("alertdialog");
    expect(question).toHaveTextContent("Disconnect Mail?");
    expect(question).toHaveAccessibleDescription("Mail stops.");
    expect(await button("Keep connected")).toHaveFocus();
  });

  test("keeps the account and returns the focus when the question is cancelled", async () => {
    await show();
    await choose("Mail", "Disconnect…");
    await button("Keep connected");
    await user.keyboard("{Escape}");
    expect(await button("Options for Mail")).toHaveFocus();
    expect(row("Mail").dataset.state).toBe("operational");
  });

  test("leaves a row that says so, has the focus, and calls onDisconnected once", async () => {
    const onDisconnected = vi.fn();
    await show({ onDisconnected });
    await disconnect("Mail");
    await rowIsInState("Mail", "removed");
    await waitFor(() => expect(row("Mail")).toHaveFocus());
    expect(announcer()).toHaveTextContent("Mail is disconnected.");
    expect(onDisconnected).toHaveBeenCalledOnce();
  });

  test("keeps that row until it is dismissed, and then focuses the next one", async () => {
    await show();
    await disconnect("Mail");
    await user.click(await button("Dismiss: Mail"));
    await waitFor(() => expect(rows()).toEqual([row("Team")]));
    expect(row("Team")).toHaveFocus();
  });

  test("returns the focus to that row when connecting again is given up", async () => {
    await show();
    await disconnect("Mail");
    await user.click(await button("Connect again: Mail"));
    await screen.findByRole("dialog", { name: "Connect Gmail" });
    await user.click(await button("Close"));
    await waitFor(async () => expect(await button("Connect again: Mail")).toHaveFocus());
  });

  test("keeps the account when the server refuses and the list cannot be read again either", async () => {
    await show();
    failRequests({ method: "DELETE", path: "/connections", status: 502 });
    failRequests({ method: "GET", path: "/connections", status: 502 });
    await disconnect("Mail");
    await within(screen.getByRole("alertdialog")).findByRole("alert");
    await user.click(await button("Keep connected"));
    await rowIsInState("Mail", "error");
  });

  test("closes the question about an account that was disconnected elsewhere", async () => {
    await show();
    await choose("Mail", "Disconnect…");
    await screen.findByRole("alertdialog");
    const { connections } = await (await fetch("/api/connect/connections")).json();
    const { id } = connections.find(({ name }: Connection) => name === "Mail");
    await fetch(`/api/connect/connections/${id}`, { method: "DELETE" });
    fireEvent.click(screen.getByRole("button", { name: "Refresh", hidden: true }));
    await user.click(await button("Disconnect"));
    await waitFor(() => expect(screen.queryByRole("alertdialog")).not.toBeInTheDocument());
    expect(rows()).toEqual([row("Team")]);
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  test("says in the dialog and in the row that the server refused, and tries again", async () => {
    await show();
    const recover = failRequests({ method: "DELETE", path: "/connections", status: 502 });
    await disconnect("Mail");
    const alert = await within(screen.getByRole("alertdialog")).findByRole("alert");
    expect(alert).toHaveTextContent(
      "Couldn’t disconnect. Gmail didn’t answer. It’s still connected.",
    );
    await user.click(await button("Keep connected"));
    await rowIsInState("Mail", "error");
    recover();
    await user.click(await button("Try again: Mail"));
    await user.click(await button("Disconnect"));
    await rowIsInState("Mail", "removed");
  });
});

describe("connecting", () => {
  test("reconnects the account in its row, which gets the focus, and calls onConnected once", async () => {
    const onConnected = vi.fn();
    await show({ onConnected }, { connections: [brokenSales], authKit: "connect" });
    await user.click(await button("Reconnect Sales"));
    await rowIsInState("Sales", "operational");
    await waitFor(() => expect(row("Sales")).toHaveFocus());
    await waitFor(() => expect(onConnected).toHaveBeenCalledOnce());
  });

  test("leaves the reconnected account where it was until the list is shown again", async () => {
    const accounts = [mail, team, { ...team, name: "Sales", state: "failed" as const }];
    const { rerender } = await show({}, { connections: accounts, authKit: "connect" });
    await user.click(await button("Reconnect Sales"));
    await rowIsInState("Sales", "operational");
    expect(rows()).toEqual([row("Sales"), row("Mail"), row("Team")]);
    rerender(<p>Another page</p>);
    rerender(page("ann"));
    await isInState("ready");
    expect(rows()).toEqual([row("Mail"), row("Team"), row("Sales")]);
  });

  test("says in the row why a reconnect failed, and tries again", async () => {
    const onError = vi.fn();
    await show({ onError }, { connections: [mail, brokenSales] });
    const dialog = () => screen.findByRole("dialog");
    const recover = failRequests({ method: "POST", path: "/sessions", status: 500, after: dialog });
    await user.click(await button("Reconnect Sales"));
    await within(await dialog()).findByRole("alert");
    await user.click(await button("Close"));
    await rowIsInState("Sales", "error");
    expect(screen.getByRole("alert")).toHaveTextContent("Nothing was connected.");
    expect(row("Mail").dataset.state).toBe("operational");
    expect(onError).toHaveBeenCalledOnce();
    recover();
    await user.click(await button("Try again: Sales"));
    expect(await screen.findByRole("dialog", { name: "Reconnect HubSpot" })).toBeVisible();
    await user.click(await button("Close"));
    await rowIsInState("Sales", "failed");
  });

  test("says above the list why another account of a platform could not be connected", async () => {
    await show();
    const dialog = () => screen.findByRole("dialog");
    const recover = failRequests({ method: "POST", path: "/sessions", status: 500, after: dialog });
    await choose("Mail", "Add another Gmail account");
    await within(await dialog()).findByRole("alert");
    await user.click(await button("Close"));
    const banner = await screen.findByText(/Nothing was connected\./);
    recover();
    await user.click(await button("Try again"));
    expect(await screen.findByRole("dialog", { name: "Connect Gmail" })).toBeVisible();
    expect(banner).not.toBeInTheDocument();
    await user.click(await button("Close"));
    expect(screen.getByRole("heading", { name: "Connected accounts" })).toHaveFocus();
  });
});

describe("connecting while the catalog cannot be read", () => {
  test.each(["Add another Gmail account", "Disconnect…"])(
    "says above the list why it failed after “%s”, and tries again",
    async (command) => {
      mockConnect({ authKit: "wait", connections: [mail, team] });
      const recover = failRequests({
        method: "GET",
        path: "/connectors",
        status: 400,
        problem: { code: "invalid_request" },
      });
      render(page("ann"));
      await isInState("ready");
      await choose("Mail", command);
      if (command === "Disconnect…") {
        await screen.findByRole("alertdialog");
        await user.click(await button("Disconnect"));
        await user.click(await button("Connect again: Mail"));
      }
      const banner = await screen.findByText(/^Something went wrong on our side\./);
      recover();
      await user.click(await button("Try again"));
      expect(await screen.findByRole("dialog", { name: "Connect Gmail" })).toBeVisible();
      expect(banner).not.toBeInTheDocument();
      await user.click(await button("Close"));
      expect(screen.getByRole("heading", { name: "Connected accounts" })).toHaveFocus();
    },
  );
});

test("gives its root element the product’s ref, id, style, class and attributes", async () => {
  const ref = createRef<HTMLElement>();
  const onFocus = vi.fn();
  await show({
    ref,
    onFocus,
    id: "accounts",
    style: { marginTop: 3 },
    className: "host",
    classNames: { root: "slot" },
    "data-testid": "list",
    "aria-label": "Connected accounts",
  } as ConnectionsListProps);
  expect(ref.current).toBe(list());
  expect(list()).toHaveClass("ak-connections-list", "host", "slot");
  expect(list()).toHaveStyle({ marginTop: "3px" });
  expect(list()).toHaveAttribute("id", "accounts");
  expect(list()).toHaveAttribute("data-testid", "list");
  expect(list()).not.toHaveAttribute("aria-labelledby");
  await user.click(await button("Refresh"));
  expect(onFocus).toHaveBeenCalledOnce();
});
