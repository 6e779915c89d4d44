import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, inject, onTestFinished, test, vi } from "vitest";
import { useConnections, useConnectors } from "../src/headless.ts";
import {
  authKitFrame,
  connectAtPica,
  countMessageListeners,
  fetchTokenAsAuthKit,
  serveAuthKitEachTest,
  signInAsAuthKit,
} from "./authkit-in-jsdom.ts";
import { Button } from "./button.tsx";
import { Accounts } from "./openers.tsx";
import { serveEachTest } from "./product-server.ts";
import { Product, render } from "./render.tsx";

const server = serveEachTest();
serveAuthKitEachTest();
const count = (calls: string[], start: string) =>
  calls.filter((call) => call.startsWith(start)).length;
/** The kit's dialog hides the page behind it from people, and so from roles; code reaches it. */
const button = (name: string) => screen.getByText(name, { selector: "button" });
const press = (name: string) => fireEvent.click(button(name));
const close = () => fireEvent.click(screen.getByRole("button", { name: "Close" }));
const list = () => screen.getByRole("list");
const untilListed = (platform: string) =>
  waitFor(() => expect(screen.getByRole("listitem")).toHaveTextContent(platform));

function Card({ label }: { label: string }) {
  const { status } = useConnectors();
  useConnections({ platform: "gmail" });
  return (
    <div data-status={status}>
      <Button label={label} />
    </div>
  );
}

test("no listener while idle and the guard's while open, one catalog request, one session", async () => {
  render(
    <Product>
      {Array.from({ length: 50 }, (_, index) => `Connect ${index + 1}`).map((label) => (
        <Card key={label} label={label} />
      ))}
    </Product>,
  );
  const countAll = (selector: string) => document.querySelectorAll(selector).length;
  await waitFor(() => expect(countAll("[data-status=success]")).toBe(50));
  expect(countMessageListeners()).toBe(0);
  press("Connect 7");
  await fetchTokenAsAuthKit(server);
  await waitFor(() => expect(countAll("button[data-phase=open]")).toBe(50));
  // The guard's, and AuthKit's own behind it.
  expect(countMessageListeners()).toBe(2);
  close();
  await waitFor(() => expect(countAll("button[data-phase=idle]")).toBe(50));
  expect(countMessageListeners()).toBe(0);
  const calls = server.takeLog();
  expect(count(calls, "GET /connectors")).toBe(1);
  expect(count(calls, "GET /connections")).toBe(1);
  expect(count(calls, "POST /sessions")).toBe(1);
});

describe("two copies of the kit on a page", () => {
  test("share the one session", async () => {
    const first = await import("../src/headless.ts");
    vi.resetModules();
    const copy = await import("../src/headless.ts");
    expect(copy.useConnect).not.toBe(first.useConnect);
    render(
      <>
        <Product viewerKey="one">
          <Button label="First" />
        </Product>
        <copy.ConnectProvider viewerKey="one" authKit={{ baseUrl: inject("authKitOrigin") }}>
          <CopiedButton use={copy.useConnect} />
        </copy.ConnectProvider>
      </>,
    );
    press("First");
    await fetchTokenAsAuthKit(server);
    await waitFor(() => expect(button("Copy")).toHaveAttribute("data-phase", "open"));
    expect(document.querySelectorAll("iframe")).toHaveLength(1);
    close();
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    press("Copy");
    await fetchTokenAsAuthKit(server);
    await waitFor(() => expect(button("First")).toHaveAttribute("data-phase", "open"));
    expect(document.querySelectorAll("iframe")).toHaveLength(1);
  });
});

function CopiedButton({ use }: { use: typeof import("../src/headless.ts").useConnect }) {
  const { open, phase } = use({ platform: "gmail" });
  return (
    <button type="button" data-phase={phase} onClick={open}>
      Copy
    </button>
  );
}

describe("another viewer", () => {
  test("never sees the last one's accounts, not for one frame", async () => {
    connectAtPica(server, "gmail");
    const product = (viewerKey: string) => (
      <Product viewerKey={viewerKey}>
        <Accounts />
      </Product>
    );
    const { rerender } = render(product("ann"));
    await untilListed("gmail");
    server.viewer = "bob";
    server.fail({ method: "GET", path: "/connections", held: true });
    const seen: string[] = [];
    const shown = list();
    const observer = new MutationObserver(() => seen.push(shown.textContent ?? ""));
    observer.observe(shown, { childList: true, subtree: true, attributes: true });
    onTestFinished(() => observer.disconnect());
    rerender(product("bob"));
    await waitFor(() => expect(seen).not.toEqual([]));
    server.fail();
    await waitFor(() => expect(list()).toHaveAttribute("data-status", "success"));
    expect(seen.join("")).toBe("");
  });

  test("behind the same viewerKey cannot go on with the last one's session", async () => {
    render(
      <Product viewerKey="the same">
        <Accounts />
        <Button />
      </Product>,
    );
    press("Connect Gmail");
    await fetchTokenAsAuthKit(server);
    await waitFor(() => expect(button("Connect Gmail")).toHaveAttribute("data-phase", "open"));
    server.viewer = "somebody else";
    // The session is not theirs.
    expect(await screen.findByRole("alert")).toBeVisible();
  });

  test("signed out: everything that was loaded is dropped, and the running session ends", async () => {
    const onUnauthorized = vi.fn();
    connectAtPica(server, "gmail");
    render(
      <Product viewerKey="ann" onUnauthorized={onUnauthorized}>
        <Accounts />
        <Button />
      </Product>,
    );
    await untilListed("gmail");
    press("Connect Gmail");
    await authKitFrame();
    server.viewer = null;
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await waitFor(() => expect(list()).toHaveAttribute("data-status", "error"));
    expect(screen.queryByRole("listitem")).toBeNull();
    expect(onUnauthorized).toHaveBeenCalledTimes(1);
  });
});

describe("other tabs of the same viewer", () => {
  const openTab = () => {
    const tab = new BroadcastChannel(JSON.stringify(["authkit-ui", "/api/connect", "ann"]));
    onTestFinished(() => tab.close());
    return tab;
  };

  test("hear that something was connected, and nothing else", async () => {
    const heard: unknown[] = [];
    openTab().addEventListener("message", ({ data }) => heard.push(data));
    render(
      <Product viewerKey="ann">
        <Button />
        <Accounts />
      </Product>,
    );
    press("Connect Gmail");
    await signInAsAuthKit(server, "gmail");
    await waitFor(() => expect(heard).toEqual(["user"]));
  });

  test("read the list again when they hear it", async () => {
    connectAtPica(server, "gmail");
    render(
      <Product viewerKey="ann">
        <Accounts />
      </Product>,
    );
    await untilListed("gmail");
    const { connectionId } = screen.getByRole("listitem").dataset;
    await fetch(`/api/connect/connections/${connectionId}`, { method: "DELETE" });
    openTab().postMessage("user");
    await waitFor(() => expect(screen.queryByRole("listitem")).toBeNull());
  });
});
