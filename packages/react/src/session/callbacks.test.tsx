import { fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, test, vi } from "vitest";
import {
  authKitFrame,
  connectAtPica,
  fetchTokenAsAuthKit,
  postAsAuthKit,
  serveAuthKitEachTest,
  signInAsAuthKit,
} from "../../test/authkit-in-jsdom.ts";
import { Button } from "../../test/button.tsx";
import { Persistent } from "../../test/openers.tsx";
import { serveEachTest } from "../../test/product-server.ts";
import { Product, render } from "../../test/render.tsx";
import { ConnectButton } from "../connect-button/connect-button.tsx";
import { ConnectionsList } from "../connections-list/connections-list.tsx";

const server = serveEachTest();
serveAuthKitEachTest();
const exit = { messageType: "EXIT_EVENT_LINK" };

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));
const pressOnceThere = async (role: string, name: string | RegExp) =>
  fireEvent.click(await screen.findByRole(role, { name }));
const untilClosed = () => waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());

test("calls the callback of the newest render", async () => {
  const first = vi.fn();
  const second = vi.fn();
  const product = (onConnected: () => void) => (
    <Product viewerKey="someone">
      <Button onConnected={onConnected} />
    </Product>
  );
  const { rerender } = render(product(first));
  press("Connect Gmail");
  await authKitFrame();
  rerender(product(second));
  await signInAsAuthKit(server, "gmail");
  await waitFor(() => expect(second).toHaveBeenCalledOnce());
  expect(first).not.toHaveBeenCalled();
});

test("closes once when AuthKit's page reports its exit three times", async () => {
  const onClose = vi.fn();
  render(
    <Product>
      <Button onClose={onClose} />
    </Product>,
  );
  press("Connect Gmail");
  await postAsAuthKit(exit, exit, exit);
  await untilClosed();
  expect(onClose).toHaveBeenCalledExactlyOnceWith({ type: "cancelled" });
});

test("keeps a session that is opened from onClose", async () => {
  const onConnected = vi.fn();
  render(
    <Product>
      <Persistent onConnected={onConnected} />
    </Product>,
  );
  press("Open");
  const before = await authKitFrame();
  await postAsAuthKit(exit);
  await waitFor(() => expect(before.isConnected).toBe(false));
  await signInAsAuthKit(server, "gmail");
  await waitFor(() => expect(onConnected).toHaveBeenCalledOnce());
});

test("finds a sign-in that ended after its dialog was closed, when the page gets the focus", async () => {
  render(
    <Product>
      <ConnectButton platform="gmail" />
    </Product>,
  );
  await screen.findByRole("button", { name: "Connect Gmail", busy: false });
  press("Connect Gmail");
  await fetchTokenAsAuthKit(server);
  press("Close");
  await untilClosed();
  connectAtPica(server, "gmail");
  window.dispatchEvent(new Event("visibilitychange"));
  expect(await screen.findByRole("button", { name: "Connected, 1 Gmail account" })).toBeVisible();
});

describe("a callback that throws", () => {
  const mistake = new Error("a mistake of the product's");
  const fail = () => {
    throw mistake;
  };
  const reported = vi.fn();
  // jsdom has none.
  beforeEach(() => vi.stubGlobal("reportError", reported.mockClear()));

  test("leaves no dialog behind when the list's onDisconnected throws", async () => {
    connectAtPica(server, "gmail");
    render(
      <Product>
        <ConnectionsList onDisconnected={fail} />
      </Product>,
    );
    await pressOnceThere("button", /^Options for /);
    await pressOnceThere("menuitem", "Disconnect…");
    await pressOnceThere("button", "Disconnect");
    await waitFor(() => expect(reported).toHaveBeenCalledExactlyOnceWith(mistake));
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  });

  test("leaves no dialog behind when the button's onDisconnected throws", async () => {
    connectAtPica(server, "gmail");
    render(
      <Product>
        <ConnectButton platform="gmail" onDisconnected={fail} />
      </Product>,
    );
    await pressOnceThere("button", "Connected, 1 Gmail account");
    fireEvent.click((await screen.findAllByRole("menuitem"))[0] as HTMLElement);
    await pressOnceThere("menuitem", "Disconnect…");
    await pressOnceThere("button", "Disconnect");
    await waitFor(() => expect(reported).toHaveBeenCalledExactlyOnceWith(mistake));
    await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  });

  test("keeps the button's own message when onError throws", async () => {
    server.fail({ method: "POST", path: "/sessions", status: 500, held: true });
    render(
      <Product>
        <ConnectButton platform="gmail" onError={fail} />
      </Product>,
    );
    await waitFor(() =>
      expect(screen.getByRole("button", { name: "Connect Gmail" })).toHaveAttribute(
        "data-state",
        "idle",
      ),
    );
    press("Connect Gmail");
    await screen.findByRole("dialog");
    server.fail({ method: "POST", path: "/sessions", status: 500 });
    await screen.findByRole("alert");
    press("Close");
    await untilClosed();
    expect(await screen.findByRole("alert")).toHaveTextContent("Nothing was connected.");
    expect(reported).toHaveBeenCalledExactlyOnceWith(mistake);
  });
});
