import { beforeEach, describe, expect, inject, onTestFinished, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { useConnections, useConnectors } from "../src/headless.ts";
import { giveAccounts } from "./accounts.ts";
import { authKitFrame, signInToProvider } from "./authkit-page.ts";
import { Button } from "./button.tsx";
import { Product, render, signIn } from "./render.tsx";
import { waitUntil } from "./wait.ts";

const authKitOrigin = inject("authKitOrigin");

beforeEach(async () => {
  signIn();
  await commands.routeLog();
});

const count = (calls: string[], start: string) =>
  calls.filter((call) => call.startsWith(start)).length;

/** How many listeners for messages the page has, from now on. */
function watchMessageListeners() {
  const listeners = new Set<unknown>();
  const { addEventListener, removeEventListener } = window;
  window.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    if (args[0] === "message") listeners.add(args[1]);
    addEventListener.apply(window, args);
  };
  window.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    if (args[0] === "message") listeners.delete(args[1]);
    removeEventListener.apply(window, args);
  };
  onTestFinished(() => {
    window.addEventListener = addEventListener;
    window.removeEventListener = removeEventListener;
  });
  return listeners;
}

function Card({ label }: { label: string }) {
  const { status } = useConnectors();
  useConnections({ platform: "gmail" });
  return (
    <div data-status={status}>
      <Button label={label} />
    </div>
  );
}

function Accounts() {
  const { status, connections } = useConnections();
  return (
    <ul data-status={status}>
      {connections.map(({ id, platform }) => (
        <li key={id} data-connection-id={id} tabIndex={-1}>
          {platform}
        </li>
      ))}
    </ul>
  );
}

describe("Fifty buttons on a page", () => {
  test("no listener while idle and the guard's while open, one catalog request, one session", async () => {
    const listeners = watchMessageListeners();
    render(
      <Product>
        {Array.from({ length: 50 }, (_, index) => `Connect ${index + 1}`).map((label) => (
          <Card key={label} label={label} />
        ))}
      </Product>,
    );
    await waitUntil(() => document.querySelectorAll("[data-status=success]").length === 50);
    expect(listeners.size).toBe(0);
    await page.getByRole("button", { name: "Connect 7", exact: true }).click();
    await waitUntil(() => document.querySelectorAll("button[data-phase=open]").length === 50);
    // The guard's, and AuthKit's own behind it.
    expect(listeners.size).toBe(2);
    await page.getByRole("button", { name: "Close" }).click();
    await waitUntil(() => document.querySelectorAll("button[data-phase=idle]").length === 50);
    expect(listeners.size).toBe(0);
    const calls = await commands.routeLog();
    expect(count(calls, "GET /connectors")).toBe(1);
    expect(count(calls, "GET /connections")).toBe(1);
    expect(count(calls, "POST /sessions")).toBe(1);
  });
});

describe("Two copies of the kit on a page", () => {
  test("share the one session", async () => {
    const copy: typeof import("../src/headless.ts") = await import(
      // @ts-expect-error Vite's query: see second-copy.ts
      "../src/headless.ts?second-copy"
    );
    const first = await import("../src/headless.ts");
    expect(copy.useConnect).not.toBe(first.useConnect);
    const authKit = { baseUrl: authKitOrigin };
    render(
      <>
        <Product viewerKey="one">
          <Button label="First" />
        </Product>
        <copy.ConnectProvider viewerKey="one" authKit={authKit}>
          <CopiedButton use={copy.useConnect} />
        </copy.ConnectProvider>
      </>,
    );
    await page.getByRole("button", { name: "First", exact: true }).click();
    await expect
      .element(page.getByRole("button", { name: "Copy" }))
      .toHaveAttribute("data-phase", "open");
    expect(document.querySelectorAll("iframe")).toHaveLength(1);
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByRole("button", { name: "Copy" }).click();
    await authKitFrame();
    await expect
      .element(page.getByRole("button", { name: "First" }))
      .toHaveAttribute("data-phase", "open");
    expect(document.querySelectorAll("iframe")).toHaveLength(1);
    await page.getByRole("button", { name: "Close" }).click();
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

describe("Another viewer", () => {
  test("never sees the last one's accounts, not for one frame", async () => {
    const ann = signIn();
    await giveAccounts(ann, [{ platform: "gmail" }]);
    const { rerender } = render(
      <Product viewerKey={ann}>
        <Accounts />
      </Product>,
    );
    await expect.element(page.getByRole("listitem")).toHaveTextContent("gmail");
    const bob = signIn();
    await commands.routeFaults([{ method: "GET", path: "/connections", held: true }]);
    const seen: string[] = [];
    const list = page.getByRole("list").element();
    const observer = new MutationObserver(() => seen.push(list.textContent ?? ""));
    observer.observe(list, { childList: true, subtree: true, attributes: true });
    rerender(
      <Product viewerKey={bob}>
        <Accounts />
      </Product>,
    );
    await waitUntil(() => seen.length > 0);
    expect(seen[0]).toBe("");
    await commands.routeFaults([]);
    await expect.element(page.getByRole("list")).toHaveAttribute("data-status", "success");
    expect(seen.join("")).not.toContain("gmail");
    observer.disconnect();
  });

  test("behind the same viewerKey cannot go on with the last one's session", async () => {
    signIn();
    render(
      <Product viewerKey="the same">
        <Accounts />
        <Button />
      </Product>,
    );
    await expect.element(page.getByRole("list")).toHaveAttribute("data-status", "success");
    await page.getByRole("button", { name: "Connect Gmail" }).click();
    await expect
      .element(page.getByRole("button", { name: "Connect Gmail" }))
      .toHaveAttribute("data-phase", "open");
    signIn();
    // Their own session is no longer there for them.
    await expect.element(page.getByRole("dialog").getByRole("alert")).toBeVisible();
    await page.getByRole("button", { name: "Close" }).click();
  });

  test("signed out: everything that was loaded is dropped, and the running session ends", async () => {
    const viewer = signIn();
    const onUnauthorized = vi.fn();
    await giveAccounts(viewer, [{ platform: "gmail" }]);
    render(
      <Product viewerKey={viewer} onUnauthorized={onUnauthorized}>
        <Accounts />
        <Button />
      </Product>,
    );
    await expect.element(page.getByRole("listitem")).toHaveTextContent("gmail");
    await page.getByRole("button", { name: "Connect Gmail" }).click();
    await authKitFrame();
    signIn("nobody");
    await expect.element(page.getByRole("list")).toHaveAttribute("data-status", "error");
    await expect.element(page.getByRole("listitem")).not.toBeInTheDocument();
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    expect(onUnauthorized).toHaveBeenCalledTimes(1);
  });
});

describe("Other tabs of the same viewer", () => {
  test("hear that something was connected, and nothing else", async () => {
    const viewer = signIn();
    const name = JSON.stringify(["authkit-ui", "/api/connect", viewer]);
    const otherTab = new BroadcastChannel(name);
    const heard: unknown[] = [];
    otherTab.addEventListener("message", ({ data }) => heard.push(data));
    onTestFinished(() => otherTab.close());
    render(
      <Product viewerKey={viewer}>
        <Button />
        <Accounts />
      </Product>,
    );
    await page.getByRole("button", { name: "Connect Gmail" }).click();
    await signInToProvider("Gmail");
    await waitUntil(() => heard.length > 0);
    expect(heard).toEqual(["user"]);
  });

  test("read the list again when they hear it", async () => {
    const viewer = signIn();
    await giveAccounts(viewer, [{ platform: "gmail" }]);
    render(
      <Product viewerKey={viewer}>
        <Accounts />
      </Product>,
    );
    const row = page.getByRole("listitem");
    await expect.element(row).toHaveTextContent("gmail");
    const { connectionId } = (row.element() as HTMLElement).dataset;
    await fetch(`/api/connect/connections/${connectionId}`, { method: "DELETE" });
    const otherTab = new BroadcastChannel(JSON.stringify(["authkit-ui", "/api/connect", viewer]));
    otherTab.postMessage("user");
    await expect.element(row).not.toBeInTheDocument();
    otherTab.close();
  });
});
