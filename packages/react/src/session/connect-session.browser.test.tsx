import { useEffect } from "react";
import { afterEach, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import {
  authKitFrame,
  authKitPage,
  authKitPosts,
  signInToProvider,
} from "../../test/authkit-page.ts";
import { Button } from "../../test/button.tsx";
import { Product, render, signIn } from "../../test/render.tsx";
import type { ConnectOutcome, UseConnectOptions, UseConnectResult } from "../headless.ts";
import { useConnect, useConnections } from "../headless.ts";
import { currentSession } from "./session-slot.ts";

const authKitOrigin = inject("authKitOrigin");
const exit = { messageType: "EXIT_EVENT_LINK" };
const dialog = () => page.getByRole("dialog");
const button = (name: string) => page.getByRole("button", { name, exact: true });

beforeEach(async () => {
  signIn();
  await commands.routeLog();
});
afterEach(async () => {
  await commands.routeFaults([]);
  await commands.control(authKitOrigin, "clearFaults");
});

const saves = async () =>
  (await commands.routeLog()).filter((call) => call === "POST /connections").length;

async function untilOpen(name = "Connect Gmail") {
  await expect.element(button(name)).toHaveAttribute("data-phase", "open");
}

/** Opens a session by code and keeps what it promised. */
function Opener({
  options,
  outcomes,
}: {
  options?: UseConnectOptions;
  outcomes: ConnectOutcome[];
}) {
  const connect = useConnect(options);
  return (
    <button
      type="button"
      data-phase={connect.phase}
      onClick={() => connect.open().then((outcome) => outcomes.push(outcome))}
    >
      Open
    </button>
  );
}

/** Opens again whenever the person has closed the dialog. */
function Persistent({ onSuccess }: { onSuccess: () => void }) {
  const { open, phase } = useConnect({
    platform: "gmail",
    onSuccess,
    onClose: ({ type }) => {
      if (type === "cancelled") void open();
    },
  });
  return (
    <button type="button" onClick={open} data-phase={phase}>
      Open
    </button>
  );
}

function Probe({ seen }: { seen: UseConnectResult[] }) {
  const connect = useConnect({ platform: "gmail", onSuccess: () => {} });
  useEffect(() => {
    seen.push(connect);
  });
  return null;
}

describe("One session a page", () => {
  test("A9: a double click opens one frame, and both callers get the same outcome", async () => {
    const outcomes: ConnectOutcome[] = [];
    render(
      <Product>
        <Opener options={{ platform: "gmail" }} outcomes={outcomes} />
      </Product>,
    );
    await button("Open").dblClick();
    await untilOpen("Open");
    expect(document.querySelectorAll("iframe")).toHaveLength(1);
    await page.getByRole("button", { name: "Close" }).click();
    await vi.waitUntil(() => outcomes.length === 2);
    expect(outcomes).toEqual([{ type: "cancelled" }, { type: "cancelled" }]);
    const calls = await commands.routeLog();
    expect(calls.filter((call) => call === "POST /sessions")).toHaveLength(1);
  });

  test("A10: another platform's button gets the outcome busy, and disturbs nothing", async () => {
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
    element.querySelectorAll("button")[1]?.click();
    await vi.waitUntil(() => outcomes.length > 0);
    expect(outcomes).toEqual([{ type: "busy" }]);
    expect(document.querySelectorAll("iframe")).toHaveLength(1);
    await expect.element(dialog()).toBeVisible();
  });

  test("A10: two providers on one page share the one session", async () => {
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

  test("A8: options may be made anew in each render, open and close stay the same", async () => {
    const seen: UseConnectResult[] = [];
    const probe = () => (
      <Product viewerKey="someone">
        <Probe seen={seen} />
      </Product>
    );
    const { rerender } = render(probe());
    await vi.waitUntil(() => seen.length > 0);
    const [first] = seen.splice(0);
    rerender(probe());
    await vi.waitUntil(() => seen.length > 0);
    expect(seen.at(-1)?.open).toBe(first?.open);
    expect(seen.at(-1)?.close).toBe(first?.close);
  });

  test("A22: the opener may vanish, the session goes on and still tells it", async () => {
    const onSuccess = vi.fn();
    const { rerender } = render(
      <Product>
        <Button onSuccess={onSuccess} />
      </Product>,
    );
    await button("Connect Gmail").click();
    await authKitFrame();
    rerender(<Product>Another page</Product>);
    await signInToProvider("Gmail");
    await vi.waitUntil(() => onSuccess.mock.calls.length > 0, { timeout: 5_000 });
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(onSuccess).toHaveBeenCalledTimes(1);
  });

  test("A22: without its provider a session ends, and leaves nothing on the page", async () => {
    const onClose = vi.fn();
    const { unmount } = render(
      <Product>
        <Button onClose={onClose} />
      </Product>,
    );
    await button("Connect Gmail").click();
    await untilOpen();
    unmount();
    await vi.waitUntil(() => onClose.mock.calls.length > 0);
    expect(onClose).toHaveBeenCalledExactlyOnceWith({ type: "cancelled" });
    expect(document.querySelector("iframe, dialog")).toBeNull();
    await vi.waitUntil(async () =>
      (await commands.routeLog()).some((call) => call.startsWith("DELETE")),
    );
  });

  test("A22: a callback that opens again after its provider has gone opens nothing", async () => {
    const { unmount } = render(
      <Product>
        <Persistent onSuccess={vi.fn()} />
      </Product>,
    );
    await button("Open").click();
    await untilOpen("Open");
    await commands.routeLog();
    unmount();
    await vi.waitUntil(async () =>
      (await commands.routeLog()).some((call) => call.startsWith("DELETE")),
    );
    expect(currentSession()).toBeNull();
    expect(document.querySelector("iframe, dialog")).toBeNull();
  });

  test("A8, A31: mounting the kit in StrictMode opens no frame and adds no message listener", async () => {
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
});

describe("Callbacks", () => {
  test("A7: the newest render's callback is called", async () => {
    const first = vi.fn();
    const second = vi.fn();
    const product = (onSuccess: () => void) => (
      <Product viewerKey="someone">
        <Button onSuccess={onSuccess} />
      </Product>
    );
    const { rerender } = render(product(first));
    await button("Connect Gmail").click();
    await untilOpen();
    rerender(product(second));
    await signInToProvider("Gmail");
    await vi.waitUntil(() => second.mock.calls.length > 0, { timeout: 5_000 });
    expect(first).not.toHaveBeenCalled();
  });

  test("A14: one that throws reaches the page's error handler and breaks nothing", async () => {
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
    await vi.waitUntil(() => reported.length > 0);
    window.removeEventListener("error", onError, { capture: true });
    expect(reported).toEqual([mistake]);
    expect(document.querySelector("iframe")).toBeNull();
  });

  test("A12: exit reported three times closes once", async () => {
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

  test("A11: a session opened from onClose lives", async () => {
    const onSuccess = vi.fn();
    render(
      <Product>
        <Persistent onSuccess={onSuccess} />
      </Product>,
    );
    await button("Open").click();
    await untilOpen("Open");
    const before = await authKitFrame();
    await authKitPosts(exit);
    await vi.waitUntil(() => !before.isConnected);
    await untilOpen("Open");
    await signInToProvider("Gmail");
    await vi.waitUntil(() => onSuccess.mock.calls.length > 0, { timeout: 5_000 });
    expect(onSuccess).toHaveBeenCalledTimes(1);
  });
});

describe("What AuthKit's page reports", () => {
  test("A13: a success reported three times is saved once and told once", async () => {
    await commands.control(authKitOrigin, "addFault", { kind: "repeated_message", count: 3 });
    const onSuccess = vi.fn();
    render(
      <Product>
        <Button onSuccess={onSuccess} />
      </Product>,
    );
    await button("Connect Gmail").click();
    await signInToProvider("Gmail");
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(onSuccess).toHaveBeenCalledTimes(1);
    expect(await saves()).toBe(1);
  });

  test("A16: an error posted while the page still loads is shown", async () => {
    await commands.control(authKitOrigin, "addFault", { kind: "early_message" });
    render(
      <Product>
        <Button />
      </Product>,
    );
    await button("Connect Gmail").click();
    await expect
      .element(dialog().getByRole("alert"))
      .toHaveTextContent("Gmail wasn’t connectedInvalid connection credentials");
  });

  test("A15: an error that is not a text is shown in the kit's words", async () => {
    render(
      <Product>
        <Button />
      </Product>,
    );
    await button("Connect Gmail").click();
    await untilOpen();
    await authKitPosts({ messageType: "LINK_ERROR", message: { toString: "evil" } });
    await expect.element(dialog().getByRole("alert")).toHaveTextContent("Gmail wasn’t connected");
    await expect.element(dialog()).toBeVisible();
  });

  test("a consent that is declined ends as declined when the dialog is closed", async () => {
    const outcomes: ConnectOutcome[] = [];
    render(
      <Product>
        <Opener options={{ platform: "gmail" }} outcomes={outcomes} />
      </Product>,
    );
    await button("Open").click();
    await signInToProvider("Gmail", "Cancel");
    await expect.element(dialog().getByRole("alert")).toBeVisible();
    await page.getByRole("button", { name: "Close" }).click();
    await vi.waitUntil(() => outcomes.length > 0);
    expect(outcomes[0]).toMatchObject({ type: "declined", error: { code: "frame_error" } });
    expect(await saves()).toBe(0);
  });

  test("a key that is not the viewer's is not saved, and never called connected", async () => {
    const outcomes: ConnectOutcome[] = [];
    render(
      <Product>
        <Opener options={{ platform: "gmail" }} outcomes={outcomes} />
      </Product>,
    );
    await button("Open").click();
    await untilOpen("Open");
    const key = `test::gmail::default::${"0".repeat(32)}|somebody-else`;
    await authKitPosts({ messageType: "LINK_SUCCESS", message: { key } });
    await expect.element(dialog().getByRole("alert")).toHaveTextContent(/Couldn’t save/);
    await page.getByRole("button", { name: "Close" }).click();
    await vi.waitUntil(() => outcomes.length > 0);
    expect(outcomes[0]).toMatchObject({ type: "not_saved" });
  });
});

function Accounts() {
  const { connections } = useConnections();
  return (
    <ul>
      {connections.map(({ id, platform }) => (
        <li key={id} data-connection-id={id} tabIndex={-1}>
          {platform}
        </li>
      ))}
    </ul>
  );
}

describe("Saving", () => {
  test("what the server cannot store stays open with a retry that stores it", async () => {
    const outcomes: ConnectOutcome[] = [];
    render(
      <Product>
        <Opener options={{ platform: "gmail" }} outcomes={outcomes} />
        <Accounts />
      </Product>,
    );
    await commands.routeFaults([{ method: "POST", path: "/connections", status: 503, times: 2 }]);
    await button("Open").click();
    await signInToProvider("Gmail");
    const alert = dialog().getByRole("alert");
    await expect.element(alert).toHaveTextContent(/Couldn’t save your Gmail account/);
    expect(outcomes).toEqual([]);
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect.element(page.getByRole("listitem")).toHaveTextContent("gmail");
    await vi.waitUntil(() => outcomes.length > 0);
    expect(outcomes).toMatchObject([{ type: "connected", connection: { platform: "gmail" } }]);
  });

  test("a dialog closed while it saves ends as connected once it is stored", async () => {
    const outcomes: ConnectOutcome[] = [];
    render(
      <Product>
        <Opener options={{ platform: "gmail" }} outcomes={outcomes} />
      </Product>,
    );
    await commands.routeFaults([{ method: "POST", path: "/connections", delay: 700 }]);
    await button("Open").click();
    await signInToProvider("Gmail");
    await expect.element(dialog()).toHaveAttribute("data-phase", "saving");
    await page.getByRole("button", { name: "Close" }).click();
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(outcomes).toEqual([]);
    await vi.waitUntil(() => outcomes.length > 0, { timeout: 5_000 });
    expect(outcomes[0]).toMatchObject({ type: "connected" });
  });

  test("A36: what was finished at the provider after the dialog closed is found by the next list", async () => {
    const viewer = signIn();
    const { rerender } = render(
      <Product viewerKey={viewer}>
        <Button />
      </Product>,
    );
    await button("Connect Gmail").click();
    await untilOpen();
    await page.getByRole("button", { name: "Close" }).click();
    await commands.control(authKitOrigin, "createConnection", {
      platform: "gmail",
      identity: viewer,
    });
    rerender(
      <Product viewerKey={viewer}>
        <Accounts />
      </Product>,
    );
    await expect.element(page.getByRole("listitem")).toHaveTextContent("gmail");
  });

  test("without a platform the dialog stays open for more, and says what was connected", async () => {
    const outcomes: ConnectOutcome[] = [];
    const onSuccess = vi.fn();
    render(
      <Product>
        <Opener options={{ onSuccess }} outcomes={outcomes} />
        <Accounts />
      </Product>,
    );
    await button("Open").click();
    await expect.element(dialog()).toHaveAccessibleName("Connect an account");
    const authKit = await authKitPage();
    for (const name of ["Gmail", "Slack"]) {
      await authKit.getByRole("searchbox").fill(name);
      await authKit.getByRole("button", { name, exact: true }).click();
      await signInToProvider(name);
      await vi.waitUntil(() => onSuccess.mock.calls.length > 0, { timeout: 5_000 });
      onSuccess.mockClear();
      await expect.element(dialog()).toBeVisible();
      await authKit.getByRole("button", { name: "Connect another" }).click();
    }
    await page.getByRole("button", { name: "Close" }).click();
    await vi.waitUntil(() => outcomes.length > 0);
    expect(outcomes).toMatchObject([
      { type: "connected", connections: [{ platform: "gmail" }, { platform: "slack" }] },
    ]);
    await expect.poll(() => page.getByRole("listitem").elements().length).toBe(2);
  });
});
