import { useEffect } from "react";
import { beforeEach, expect, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { authKitFrame, signInToProvider } from "../../test/authkit-page.ts";
import { Button } from "../../test/button.tsx";
import { button, dialog, Opener, Persistent, untilOpen } from "../../test/openers.tsx";
import { Product, render, signIn } from "../../test/render.tsx";
import { waitUntil } from "../../test/wait.ts";
import { type ConnectOutcome, type UseConnectResult, useConnect } from "../headless.ts";
import { currentSession } from "./session-store.ts";

beforeEach(async () => {
  signIn();
  await commands.routeLog();
});

function Probe({ seen }: { seen: UseConnectResult[] }) {
  const connect = useConnect({ platform: "gmail", onConnected: () => {} });
  useEffect(() => {
    seen.push(connect);
  });
  return null;
}

test("opens one frame on a double click, and gives both callers the same outcome", async () => {
  const outcomes: ConnectOutcome[] = [];
  render(
    <Product>
      <Opener options={{ platform: "gmail" }} outcomes={outcomes} />
    </Product>,
  );
  // The dialog would come between the two clicks of a slow hand.
  await commands.routeFaults([{ method: "GET", path: "/connectors", held: true }]);
  await button("Open").dblClick();
  await commands.routeFaults([]);
  await untilOpen("Open");
  expect(document.querySelectorAll("iframe")).toHaveLength(1);
  await page.getByRole("button", { name: "Close" }).click();
  await waitUntil(() => outcomes.length === 2);
  expect(outcomes).toEqual([{ type: "cancelled" }, { type: "cancelled" }]);
  const calls = await commands.routeLog();
  expect(calls.filter((call) => call === "POST /sessions")).toHaveLength(1);
});

test("gives another platform's button the outcome busy", async () => {
  const outcomes: ConnectOutcome[] = [];
  const { element } = render(
    <Product>
      <Button />
      <Opener options={{ platform: "slack" }} outcomes={outcomes} />
    </Product>,
  );
  await button("Connect Gmail").click();
  await untilOpen();
  // The page behind the dialog is inert, for people; code still reaches it.
  const others = [...element.querySelectorAll("button")];
  others.find(({ textContent }) => textContent === "Open")?.click();
  await waitUntil(() => outcomes.length > 0);
  expect(outcomes).toEqual([{ type: "busy" }]);
  expect(document.querySelectorAll("iframe")).toHaveLength(1);
  await expect.element(dialog()).toBeVisible();
});

test("two providers on one page share the one session", async () => {
  const viewerKey = "someone";
  render(
    <>
      <Product viewerKey={viewerKey}>
        <Button label="First" />
      </Product>
      <Product viewerKey={viewerKey}>
        <Button label="Second" />
      </Product>
    </>,
  );
  await button("First").click();
  await untilOpen("First");
  await expect.element(button("Second")).toHaveAttribute("data-phase", "open");
  expect(document.querySelectorAll("dialog")).toHaveLength(1);
});

test("keeps open and close stable when the options are new in each render", async () => {
  const seen: UseConnectResult[] = [];
  const probe = () => (
    <Product viewerKey="someone">
      <Probe seen={seen} />
    </Product>
  );
  const { rerender } = render(probe());
  await waitUntil(() => seen.length > 0);
  const [first] = seen.splice(0);
  rerender(probe());
  await waitUntil(() => seen.length > 0);
  expect(seen.at(-1)?.open).toBe(first?.open);
  expect(seen.at(-1)?.close).toBe(first?.close);
});

test("goes on, and calls onConnected, when the button that opened it unmounts", async () => {
  const onConnected = vi.fn();
  const { rerender } = render(
    <Product>
      <Button onConnected={onConnected} />
    </Product>,
  );
  await button("Connect Gmail").click();
  await authKitFrame();
  rerender(<Product>Another page</Product>);
  await signInToProvider("Gmail");
  await waitUntil(() => onConnected.mock.calls.length > 0);
  await expect.element(dialog()).not.toBeInTheDocument();
  expect(onConnected).toHaveBeenCalledTimes(1);
});

test("ends the session and removes its dialog when the provider unmounts", async () => {
  const onClose = vi.fn();
  const { unmount } = render(
    <Product>
      <Button onClose={onClose} />
    </Product>,
  );
  await button("Connect Gmail").click();
  await untilOpen();
  unmount();
  await waitUntil(() => onClose.mock.calls.length > 0);
  expect(onClose).toHaveBeenCalledExactlyOnceWith({ type: "cancelled" });
  expect(document.querySelector("iframe, dialog")).toBeNull();
  await waitUntil(async () =>
    (await commands.routeLog()).some((call) => call.startsWith("DELETE")),
  );
});

test("opens nothing when a callback calls open after the provider has unmounted", async () => {
  const { unmount } = render(
    <Product>
      <Persistent onConnected={vi.fn()} />
    </Product>,
  );
  await button("Open").click();
  await untilOpen("Open");
  await commands.routeLog();
  unmount();
  await waitUntil(async () =>
    (await commands.routeLog()).some((call) => call.startsWith("DELETE")),
  );
  expect(currentSession()).toBeNull();
  expect(document.querySelector("iframe, dialog")).toBeNull();
});

test("mounting the kit in StrictMode opens no frame and adds no message listener", async () => {
  const add = vi.spyOn(window, "addEventListener");
  render(
    <Product>
      <Button />
    </Product>,
  );
  await expect.element(button("Connect Gmail")).toBeVisible();
  expect(add.mock.calls.filter(([type]) => type === "message")).toEqual([]);
  expect(document.querySelector("iframe, dialog")).toBeNull();
  add.mockRestore();
});
