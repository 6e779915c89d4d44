import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  fetchTokenAsAuthKit,
  findFrame,
  serveAuthKitEachTest,
  untilTrue,
} from "../../test/authkit-in-jsdom.ts";
import { Button } from "../../test/button.tsx";
import { authKitOrigin, serveEachTest } from "../../test/product-server.ts";
import { Product, render } from "../../test/render.tsx";
import type { ConnectOutcome } from "../headless.ts";

const server = serveEachTest();
serveAuthKitEachTest();
const onClose = vi.fn<(outcome: ConnectOutcome) => void>();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  vi.spyOn(console, "warn").mockReturnValue();
  onClose.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const dialog = () => screen.getByRole("dialog");
const alert = () => screen.queryByRole("alert");
const phase = () => screen.getByText("Connect Gmail", { selector: "button" }).dataset.phase;
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

/** Presses; jsdom loads no frame, so that AuthKit's page is dead unless the test speaks for it. */
async function openDeadFrame() {
  render(
    <Product>
      <Button onClose={onClose} />
    </Product>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Connect Gmail" }));
  await untilTrue(() => findFrame() !== null);
}

async function close() {
  fireEvent.click(within(dialog()).getByRole("button", { name: "Close" }));
  await untilTrue(() => onClose.mock.calls.length > 0);
  return onClose.mock.calls[0]?.[0];
}

describe("A frame that shows no sign of life", () => {
  test("after two seconds the dialog says that it takes longer", async () => {
    await openDeadFrame();
    await pass(1_500);
    expect(within(dialog()).getByRole("status")).toHaveTextContent("Opening Gmail…");
    await pass(500);
    expect(within(dialog()).getByRole("status")).toHaveTextContent(/^Still opening Gmail…/);
  });

  test("after one second it can be closed, as if nothing was wrong", async () => {
    await openDeadFrame();
    await pass(1_000);
    expect(await close()).toEqual({ type: "cancelled" });
  });

  test("is reported ten seconds after the press, not before", async () => {
    await openDeadFrame();
    await pass(9_500);
    expect(alert()).toBeNull();
    await pass(500);
    expect(alert()).toHaveTextContent(/The sign-in page didn’t load.*Allow it, then try again/);
    expect(await close()).toMatchObject({ type: "blocked", error: { code: "frame_blocked" } });
  });

  test("of a page that is offline is said to be offline, and opens when it is back", async () => {
    await openDeadFrame();
    const isOnline = vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    await pass(10_000);
    expect(alert()).toHaveTextContent(/You’re offline/);
    isOnline.mockReturnValue(true);
    const before = findFrame()?.src;
    window.dispatchEvent(new Event("online"));
    await untilTrue(() => findFrame() !== null && findFrame()?.src !== before);
    await fetchTokenAsAuthKit(server);
    await pass(2_000);
    await untilTrue(() => phase() === "open");
    expect(alert()).toBeNull();
  });

  test("of a page that is offline ends as a network failure when it is closed", async () => {
    await openDeadFrame();
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    await pass(10_000);
    expect(await close()).toMatchObject({ type: "network", error: { code: "offline" } });
  });

  test("takes over again when it wakes", async () => {
    await openDeadFrame();
    await pass(10_000);
    expect(alert()).not.toBeNull();
    await fetchTokenAsAuthKit(server);
    await pass(2_000);
    await untilTrue(() => phase() === "open");
    expect(alert()).toBeNull();
  });
});

describe("The console names the likely cause of a dead frame in one line:", () => {
  const hints = () => vi.mocked(console.warn).mock.calls.map(([line]) => String(line));
  /** Moves the clock on: the hint waits a moment for a report of the page's policy. */
  const untilHinted = () => vi.waitFor(() => expect(hints()).toHaveLength(1));

  test("AuthKit's origin cannot be reached", async () => {
    server.elsewhere = async ({ url }) => {
      if (url.startsWith(authKitOrigin)) throw new TypeError("Failed to fetch");
      return new Response();
    };
    await openDeadFrame();
    await pass(10_000);
    await untilHinted();
    expect(hints()).toEqual([expect.stringMatching(/cannot be reached/)]);
  });

  test("AuthKit's origin does not answer", async () => {
    server.elsewhere = ({ url }) =>
      url.startsWith(authKitOrigin) ? new Promise(() => {}) : Promise.resolve(new Response());
    vi.spyOn(AbortSignal, "timeout").mockReturnValue(AbortSignal.abort());
    await openDeadFrame();
    await pass(10_000);
    await untilHinted();
    expect(hints()).toEqual([expect.stringMatching(/cannot be reached.*or does not answer/)]);
  });

  test("AuthKit's page answers: framing is forbidden, it failed, or its request was withheld", async () => {
    await openDeadFrame();
    await pass(10_000);
    await untilHinted();
    expect(hints()).toEqual([
      expect.stringMatching(/X-Frame-Options, frame-ancestors.*OPTIONS.*authKitOrigins/),
    ]);
  });
});
