import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { giveAccounts } from "../../test/accounts.ts";
import { authKitFrame, authKitPosts, signInToProvider } from "../../test/authkit-page.ts";
import { Button } from "../../test/button.tsx";
import { button, dialog, Persistent, untilOpen } from "../../test/openers.tsx";
import { connectInVain } from "../../test/refused-session.ts";
import { Product, render, signIn } from "../../test/render.tsx";
import { waitUntil } from "../../test/wait.ts";
import { ConnectButton } from "../connect-button/connect-button.tsx";
import { ConnectionsList } from "../connections-list/connections-list.tsx";

const exit = { messageType: "EXIT_EVENT_LINK" };

beforeEach(() => {
  signIn();
});

test("calls the callback of the newest render", async () => {
  const first = vi.fn();
  const second = vi.fn();
  const product = (onConnected: () => void) => (
    <Product viewerKey="someone">
      <Button onConnected={onConnected} />
    </Product>
  );
  const { rerender } = render(product(first));
  await button("Connect Gmail").click();
  await untilOpen();
  rerender(product(second));
  await signInToProvider("Gmail");
  await waitUntil(() => second.mock.calls.length > 0);
  expect(first).not.toHaveBeenCalled();
});

test("reports a callback that throws to the page's error handler, and goes on", async () => {
  const reported: unknown[] = [];
  const onError = (event: ErrorEvent) => {
    reported.push(event.error);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener("error", onError, { capture: true });
  const mistake = new Error("a mistake of the product's");
  render(
    <Product>
      <Button
        onClose={() => {
          throw mistake;
        }}
      />
    </Product>,
  );
  await button("Connect Gmail").click();
  await untilOpen();
  await authKitPosts(exit);
  await expect.element(dialog()).not.toBeInTheDocument();
  await waitUntil(() => reported.length > 0);
  window.removeEventListener("error", onError, { capture: true });
  expect(reported).toEqual([mistake]);
  expect(document.querySelector("iframe")).toBeNull();
});

describe("a component's callback that throws", () => {
  const mistake = new Error("a mistake of the product's");
  const fail = () => {
    throw mistake;
  };
  const reported: unknown[] = [];
  const onError = (event: ErrorEvent) => {
    reported.push(event.error);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  beforeEach(() => {
    reported.length = 0;
    window.addEventListener("error", onError, { capture: true });
  });
  afterEach(async () => {
    window.removeEventListener("error", onError, { capture: true });
    await commands.routeFaults([]);
  });

  test.for([
    ["the list", <ConnectionsList key="list" onDisconnected={fail} />, ["Options for Mail"]],
    [
      "the button",
      <ConnectButton key="button" platform="gmail" onDisconnected={fail} />,
      ["Connected, 1 Gmail account", "Mail"],
    ],
  ] as const)(
    "onDisconnected of %s leaves no dialog behind",
    async ([, view, [opener, account]]) => {
      const viewer = signIn();
      await giveAccounts(viewer, [{ platform: "gmail", name: "Mail" }]);
      render(<Product viewerKey={viewer}>{view}</Product>);
      await button(opener).click();
      if (account) await page.getByRole("menuitem", { name: account }).click();
      await page.getByRole("menuitem", { name: "Disconnect…" }).click();
      await button("Disconnect").click();
      await waitUntil(() => reported.length > 0);
      await expect.element(page.getByRole("alertdialog")).not.toBeInTheDocument();
      expect(reported).toEqual([mistake]);
    },
  );

  test("onError does not take the button's own words away", async () => {
    render(
      <Product>
        <ConnectButton platform="gmail" onError={fail} />
      </Product>,
    );
    await expect.element(button("Connect Gmail")).toHaveAttribute("data-state", "idle");
    await connectInVain(() => button("Connect Gmail").click());
    await expect.element(page.getByRole("alert")).toHaveTextContent("Nothing was connected.");
    expect(reported).toEqual([mistake]);
  });
});

test("closes once when AuthKit's page reports its exit three times", async () => {
  const onClose = vi.fn();
  render(
    <Product>
      <Button onClose={onClose} />
    </Product>,
  );
  await button("Connect Gmail").click();
  await untilOpen();
  await authKitPosts(exit, exit, exit);
  await expect.element(dialog()).not.toBeInTheDocument();
  expect(onClose).toHaveBeenCalledExactlyOnceWith({ type: "cancelled" });
});

test("keeps a session that is opened from onClose", async () => {
  const onConnected = vi.fn();
  render(
    <Product>
      <Persistent onConnected={onConnected} />
    </Product>,
  );
  await button("Open").click();
  await untilOpen("Open");
  const before = await authKitFrame();
  await authKitPosts(exit);
  await waitUntil(() => !before.isConnected);
  await untilOpen("Open");
  await signInToProvider("Gmail");
  await waitUntil(() => onConnected.mock.calls.length > 0);
  expect(onConnected).toHaveBeenCalledTimes(1);
});
