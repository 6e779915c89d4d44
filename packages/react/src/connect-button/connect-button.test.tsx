import type { Connection } from "@authkit-ui/contract";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent, { type UserEvent } from "@testing-library/user-event";
import { Tooltip } from "radix-ui";
import { createRef } from "react";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { failRequests } from "../../test/fail-requests.ts";
import { render } from "../../test/render.tsx";
import { accountActions } from "../account-actions/use-account-actions.ts";
import { ConnectProvider } from "../provider/connect-provider.tsx";
import { type MockConnectOptions, mockConnect } from "../test-setup/index.ts";
import { ConnectButton, type ConnectButtonProps } from "./connect-button.tsx";

let user: UserEvent;
beforeEach(() => {
  user = userEvent.setup();
});

type Account = Partial<Connection>;
const gmail = (account: Account = {}) => ({ platform: "gmail", name: "Mail", ...account });
const forbidden = { reason: "Only administrators may do that." };

const page = (props: Partial<ConnectButtonProps> = {}) => (
  <ConnectProvider viewerKey="ann">
    <ConnectButton platform="gmail" id="connect" {...props} />
  </ConnectProvider>
);
async function show(props: Partial<ConnectButtonProps> = {}, options: MockConnectOptions = {}) {
  mockConnect({ authKit: "wait", ...options });
  const shown = render(page(props));
  await isInState((options.connections ?? []).length > 0 ? /connected|attention/ : "idle");
  return shown;
}
const button = () => document.getElementById("connect") as HTMLElement;
const isInState = (state: string | RegExp) =>
  waitFor(() => expect(button().dataset.state).toMatch(state));
const item = (name: string) => screen.findByRole("menuitem", { name });
async function openMenu() {
  button().focus();
  await user.keyboard("{Enter}");
  return screen.findByRole("menu");
}
/** Presses a button whose session is refused, and closes the dialog that says so. */
async function failToConnect(pressed: HTMLElement = button()) {
  const dialog = () => screen.findByRole("dialog");
  const recover = failRequests({ method: "POST", path: "/sessions", status: 500, after: dialog });
  await user.click(pressed);
  expect(await within(await dialog()).findByRole("alert")).toHaveTextContent(/nothing/i);
  await user.click(screen.getByRole("button", { name: "Close" }));
  await isInState("error");
  return recover;
}

const WithoutRef = ({ onClick }: { onClick?: () => void }) => (
  <button type="button" onClick={onClick}>
    Mail accounts
  </button>
);

describe("connecting", () => {
  test("opens the connect dialog, and calls onConnected once with the new account", async () => {
    const onConnected = vi.fn();
    await show({ onConnected }, { authKit: "connect" });
    expect(button()).toHaveAccessibleName("Connect Gmail");
    await user.click(button());
    await isInState("connected");
    expect(button()).toHaveAccessibleName("Connected, 1 Gmail account");
    expect(onConnected).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ platform: "gmail" }),
    );
  });

  describe("pressed while the accounts are loading", () => {
    /** Shows the button with its accounts on their way; the result lets them arrive. */
    function showLoading(connections: MockConnectOptions["connections"] = []) {
      mockConnect({ authKit: "wait", connections });
      const { fetch } = globalThis;
      let arrive = () => {};
      const arrived = new Promise<void>((resolve) => (arrive = resolve));
      globalThis.fetch = async (input, init) => {
        if (String(input).includes("/connections")) await arrived;
        return fetch(input, init);
      };
      onTestFinished(() => {
        globalThis.fetch = fetch;
      });
      render(
        <>
          {page()}
          <input aria-label="Search" />
        </>,
      );
      return arrive;
    }

    test("shows that it was heard, and connects once there are no accounts", async () => {
      const arrive = showLoading();
      await user.click(button());
      expect(button().dataset.state).toBe("preparing");
      await user.click(button());
      arrive();
      expect(await screen.findAllByRole("dialog")).toHaveLength(1);
    });

    test("opens the menu once there are accounts", async () => {
      const arrive = showLoading([gmail()]);
      await user.click(button());
      arrive();
      expect(await screen.findByRole("menu")).toBeVisible();
    });

    test("connects after two seconds when the accounts do not arrive", async () => {
      showLoading();
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      onTestFinished(() => void vi.useRealTimers());
      button().focus();
      fireEvent.click(button());
      act(() => void vi.advanceTimersByTime(2_000));
      vi.useRealTimers();
      expect(await screen.findByRole("dialog", { name: "Connect Gmail" })).toBeVisible();
    });

    test("does nothing for people who have moved on meanwhile", async () => {
      const arrive = showLoading();
      await user.click(button());
      await user.click(screen.getByRole("textbox", { name: "Search" }));
      arrive();
      await isInState("idle");
      expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    });
  });

  test("keeps its name while a session is open, with what it waits for", async () => {
    await show();
    await user.click(button());
    await isInState("open");
    expect(button()).toHaveAccessibleName("Connect Gmail: Connecting…");
    expect(button()).toHaveAttribute("aria-busy", "true");
    await user.click(await screen.findByRole("button", { name: "Close" }));
    await isInState("idle");
  });

  test("reconnects the one account that needs attention", async () => {
    await show({}, { connections: [gmail({ state: "failed" })] });
    expect(button()).toHaveAccessibleName("Reconnect Gmail");
    await user.click(button());
    expect(await screen.findByRole("dialog", { name: "Reconnect Gmail" })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Close" }));
  });

  test("does nothing while it is disabled, and can still be focused", async () => {
    await show({ disabled: true });
    await user.click(button());
    expect(button()).toHaveFocus();
    expect(button()).toHaveAttribute("aria-disabled", "true");
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(button().dataset.state).toBe("idle");
  });
});

describe("a failed attempt", () => {
  test("is explained below the button, and the next press tries again", async () => {
    const onError = vi.fn();
    await show({ onError });
    const recover = await failToConnect();
    expect(button()).toHaveAccessibleName("Try again to connect Gmail");
    expect(screen.getByRole("alert")).toHaveTextContent("Nothing was connected.");
    expect(onError).toHaveBeenCalledOnce();
    recover();
    await user.click(button());
    expect(await screen.findByRole("dialog")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Close" }));
    await isInState("idle");
  });

  test("to reconnect an account is followed by another to reconnect it", async () => {
    await show({}, { connections: [gmail()] });
    await openMenu();
    await user.click(await item("Mail"));
    const recover = await failToConnect(await item("Reconnect"));
    recover();
    await user.click(button());
    expect(await screen.findByRole("dialog", { name: "Reconnect Gmail" })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Close" }));
  });

  test("is not shown for another platform or identity type", async () => {
    const { rerender } = await show();
    await failToConnect();
    rerender(page({ platform: "slack" }));
    await isInState("idle");
    rerender(page());
    await isInState("error");
    rerender(page({ identityType: "team" }));
    await isInState("idle");
  });

  test("to save the account is settled by the list, which is read anew", async () => {
    await show({}, { authKit: "connect" });
    const recover = failRequests({ method: "POST", path: "/connections", status: 500 });
    await user.click(button());
    const dialog = await screen.findByRole("dialog");
    const alert = await within(dialog).findByRole("alert");
    expect(alert).toHaveTextContent("Couldn’t save your Gmail account");
    recover();
    await user.click(screen.getByRole("button", { name: "Close" }));
    await isInState("idle");
    expect(screen.queryByRole("alert")).not.toBeInTheDocument();
  });

  test("to save the account says so while the list cannot be read either", async () => {
    const onError = vi.fn();
    await show({ onError }, { authKit: "connect" });
    failRequests({ method: "POST", path: "/connections", status: 500 });
    failRequests({ method: "GET", path: "/connections", status: 500 });
    await user.click(button());
    await within(await screen.findByRole("dialog")).findByRole("alert");
    await user.click(screen.getByRole("button", { name: "Close" }));
    await isInState("error");
    expect(screen.getByRole("alert")).toHaveTextContent("The sign-in worked and isn’t lost.");
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: "not_saved" }));
  });

  test("is cleared when the account is connected elsewhere on the page", async () => {
    mockConnect();
    render(
      <ConnectProvider viewerKey="ann">
        <ConnectButton platform="gmail" id="connect" />
        <ConnectButton platform="gmail" id="other" />
      </ConnectProvider>,
    );
    await isInState("idle");
    const recover = await failToConnect();
    recover();
    await user.click(document.getElementById("other") as HTMLElement);
    await isInState("connected");
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("the account menu", () => {
  test("moves with the arrow keys, Home and End, and wraps around", async () => {
    await show({}, { connections: [gmail(), gmail({ name: "Marketing" })] });
    const menu = await openMenu();
    expect(menu).toHaveAccessibleName("2 Gmail accounts");
    expect(button()).toHaveAttribute("aria-expanded", "true");
    const items = within(menu).getAllByRole("menuitem");
    expect(items[0]).toHaveFocus();
    await user.keyboard("{ArrowUp}");
    expect(items.at(-1)).toHaveFocus();
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(items[1]).toHaveFocus();
    await user.keyboard("{End}{Home}");
    expect(items[0]).toHaveFocus();
  });

  test("finds the item whose name starts with the typed letters", async () => {
    const names = ["Mail", "Marketing", "Mars"];
    await show({}, { connections: names.map((name) => gmail({ name })) });
    await openMenu();
    await user.keyboard("mars");
    expect(await item("Mars")).toHaveFocus();
  });

  test("goes through the items that start with a letter typed again and again", async () => {
    await show({}, { connections: ["Mail", "Marketing"].map((name) => gmail({ name })) });
    const [first, second] = within(await openMenu()).getAllByRole("menuitem");
    await user.keyboard("m");
    expect(second).toHaveFocus();
    await user.keyboard("m");
    expect(first).toHaveFocus();
  });

  test("closes with Escape and returns the focus to the button", async () => {
    await show({}, { connections: [gmail()] });
    const onKeyDown = vi.fn();
    document.addEventListener("keydown", onKeyDown, { capture: true });
    onTestFinished(() => document.removeEventListener("keydown", onKeyDown, { capture: true }));
    await openMenu();
    onKeyDown.mockClear();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("menu")).toBeNull();
    expect(button()).toHaveFocus();
    expect(onKeyDown).not.toHaveBeenCalled();
  });

  test("leads from an account to what can be done with it, and back", async () => {
    await show({}, { connections: [gmail()] });
    await openMenu();
    await user.keyboard("{Enter}");
    expect(await item("Reconnect")).toHaveFocus();
    await user.keyboard("{End}{Enter}");
    expect(await item("Mail")).toHaveFocus();
  });

  test("says why a command may not be used, and keeps it reachable", async () => {
    const can = { reconnect: true, rename: true, disconnect: forbidden } as const;
    const onDisconnected = vi.fn();
    await show({ onDisconnected }, { connections: [gmail({ can })] });
    await openMenu();
    await user.keyboard("{Enter}{ArrowDown}");
    const command = await item("Disconnect…");
    expect(command).toHaveFocus();
    expect(command).toHaveAttribute("aria-disabled", "true");
    expect(command).toHaveAccessibleDescription(forbidden.reason);
    await user.keyboard("{Enter}");
    expect(command).toHaveFocus();
    expect(screen.queryByRole("alertdialog")).toBeNull();
  });

  test("disconnects an account after it was asked about, and calls onDisconnected", async () => {
    const onDisconnected = vi.fn();
    await show({ onDisconnected }, { connections: [gmail(), gmail({ name: "Other" })] });
    await openMenu();
    await user.click(await item("Mail"));
    await user.click(await item("Disconnect…"));
    const question = await screen.findByRole("alertdialog");
    expect(question).toHaveTextContent("Disconnect Mail?");
    expect(within(question).getByRole("button", { name: "Keep connected" })).toHaveFocus();
    await user.click(within(question).getByRole("button", { name: "Disconnect" }));
    await waitFor(() => expect(button()).toHaveTextContent("Connected"));
    expect(button()).toHaveFocus();
    expect(onDisconnected).toHaveBeenCalledOnce();
  });

  test("opens from a child that takes no ref", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    mockConnect({ connections: [gmail()] });
    render(page({ asChild: true, children: <WithoutRef /> }));
    await waitFor(async () => {
      await user.click(screen.getByRole("button", { name: "Mail accounts" }));
      expect(screen.getByRole("menu")).toBeVisible();
    });
  });
});

describe("when the account menu’s code cannot be loaded", () => {
  test("says so below the button, and opens the menu with the next press", async () => {
    const { load } = accountActions;
    const current = vi.spyOn(accountActions, "current").mockReturnValue(null);
    vi.spyOn(accountActions, "load").mockRejectedValue(new Error("offline"));
    onTestFinished(() => void vi.restoreAllMocks());
    const onError = vi.fn();
    await show({ onError }, { connections: [gmail()] });
    await user.click(button());
    expect(await screen.findByRole("alert")).toHaveTextContent("Couldn’t reach the server");
    expect(button().dataset.state).toBe("connected");
    expect(onError).not.toHaveBeenCalled();

    current.mockRestore();
    vi.mocked(accountActions.load).mockImplementation(load);
    await user.click(button());
    expect(await item("Mail")).toHaveFocus();
    expect(screen.queryByRole("alert")).toBeNull();
  });
});

describe("props that the kit does not know", () => {
  test("go to the button, beside its ref, style and class", async () => {
    const ref = createRef<HTMLButtonElement>();
    await show({
      ref,
      style: { marginTop: 3 },
      className: "host",
      "data-testid": "gmail",
      "aria-describedby": "hint",
    } as Partial<ConnectButtonProps>);
    expect(ref.current).toBe(button());
    expect(button()).toHaveClass("ak-button", "host");
    expect(button()).toHaveStyle({ marginTop: "3px" });
    expect(button()).toHaveAttribute("data-testid", "gmail");
    expect(button()).toHaveAttribute("aria-describedby", "hint");
  });

  test("let a Radix Tooltip take the button as its trigger", async () => {
    mockConnect({ authKit: "wait" });
    render(
      <ConnectProvider viewerKey="ann">
        <Tooltip.Provider delayDuration={0}>
          <Tooltip.Root>
            <Tooltip.Trigger asChild>
              <ConnectButton platform="gmail" id="connect" />
            </Tooltip.Trigger>
            <Tooltip.Content>Reads your mail</Tooltip.Content>
          </Tooltip.Root>
        </Tooltip.Provider>
      </ConnectProvider>,
    );
    await isInState("idle");
    await user.tab();
    expect(await screen.findByRole("tooltip")).toHaveTextContent("Reads your mail");
    expect(button()).toHaveAccessibleDescription("Reads your mail");
    await user.click(button());
    expect(await screen.findByRole("dialog")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Close" }));
  });
});
