import { fireEvent, screen, waitFor } from "@testing-library/react";
import { useEffect } from "react";
import { expect, test, vi } from "vitest";
import {
  authKitFrame,
  countMessageListeners,
  fetchTokenAsAuthKit,
  serveAuthKitEachTest,
  signInAsAuthKit,
} from "../../test/authkit-in-jsdom.ts";
import { Button } from "../../test/button.tsx";
import { Opener, Persistent } from "../../test/openers.tsx";
import { serveEachTest } from "../../test/product-server.ts";
import { Product, render } from "../../test/render.tsx";
import { type ConnectOutcome, type UseConnectResult, useConnect } from "../headless.ts";
import { currentSession } from "./session-store.ts";

const server = serveEachTest();
serveAuthKitEachTest();

/** The kit's dialog hides the page behind it from people, and so from roles; code reaches it. */
const button = (name: string) => screen.getByText(name, { selector: "button" });
const press = (name: string) => fireEvent.click(button(name));
const untilOpen = async (name: string) => {
  await fetchTokenAsAuthKit(server);
  await waitFor(() => expect(button(name)).toHaveAttribute("data-phase", "open"));
};
const untilServerHears = (method: string) =>
  waitFor(() => expect(server.takeLog().some((call) => call.startsWith(method))).toBe(true));

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
  press("Open");
  press("Open");
  await untilOpen("Open");
  expect(document.querySelectorAll("iframe")).toHaveLength(1);
  expect(server.takeLog().filter((call) => call === "POST /sessions")).toHaveLength(1);
  fireEvent.click(screen.getByRole("button", { name: "Close" }));
  await waitFor(() => expect(outcomes).toEqual([{ type: "cancelled" }, { type: "cancelled" }]));
});

test("gives another platform's button the outcome busy", async () => {
  const outcomes: ConnectOutcome[] = [];
  render(
    <Product>
      <Button />
      <Opener options={{ platform: "slack" }} outcomes={outcomes} />
    </Product>,
  );
  press("Connect Gmail");
  await untilOpen("Connect Gmail");
  press("Open");
  await waitFor(() => expect(outcomes).toEqual([{ type: "busy" }]));
  expect(document.querySelectorAll("iframe")).toHaveLength(1);
  expect(screen.getByRole("dialog")).toBeVisible();
});

test("shares the one session between two providers on a page", async () => {
  render(
    <>
      <Product viewerKey="someone">
        <Button label="First" />
      </Product>
      <Product viewerKey="someone">
        <Button label="Second" />
      </Product>
    </>,
  );
  press("First");
  await untilOpen("First");
  expect(button("Second")).toHaveAttribute("data-phase", "open");
  expect(document.querySelectorAll("dialog")).toHaveLength(1);
});

test("shares no session between the providers of two people", async () => {
  const outcomes: ConnectOutcome[] = [];
  render(
    <>
      <Product viewerKey="ann">
        <Button label="First" />
      </Product>
      <Product viewerKey="bob">
        <Opener options={{ platform: "gmail" }} outcomes={outcomes} />
      </Product>
    </>,
  );
  press("First");
  await untilOpen("First");
  press("Open");
  await waitFor(() => expect(outcomes).toEqual([{ type: "busy" }]));
});

test("keeps open and close stable when the options are new in each render", async () => {
  const seen: UseConnectResult[] = [];
  const probe = () => (
    <Product viewerKey="someone">
      <Probe seen={seen} />
    </Product>
  );
  const { rerender } = render(probe());
  await waitFor(() => expect(seen).not.toEqual([]));
  const [first] = seen.splice(0);
  rerender(probe());
  await waitFor(() => expect(seen).not.toEqual([]));
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
  press("Connect Gmail");
  await authKitFrame();
  rerender(<Product>Another page</Product>);
  await signInAsAuthKit(server, "gmail");
  await waitFor(() => expect(onConnected).toHaveBeenCalledTimes(1));
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
});

test("ends the session and removes its dialog when the provider unmounts", async () => {
  const onClose = vi.fn();
  const { unmount } = render(
    <Product>
      <Button onClose={onClose} />
    </Product>,
  );
  press("Connect Gmail");
  await authKitFrame();
  unmount();
  await waitFor(() => expect(onClose).toHaveBeenCalledExactlyOnceWith({ type: "cancelled" }));
  expect(document.querySelector("iframe, dialog")).toBeNull();
  await untilServerHears("DELETE");
});

test("opens nothing when a callback calls open after the provider has unmounted", async () => {
  const { unmount } = render(
    <Product>
      <Persistent onConnected={vi.fn()} />
    </Product>,
  );
  press("Open");
  await authKitFrame();
  unmount();
  await untilServerHears("DELETE");
  expect(currentSession()).toBeNull();
  expect(document.querySelector("iframe, dialog")).toBeNull();
});

test("mounting the kit in StrictMode opens no frame and adds no message listener", async () => {
  render(
    <Product>
      <Button />
    </Product>,
  );
  expect(button("Connect Gmail")).toBeVisible();
  expect(countMessageListeners()).toBe(0);
  expect(document.querySelector("iframe, dialog")).toBeNull();
});
