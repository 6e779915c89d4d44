import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  fetchTokenAsAuthKit,
  findFrame,
  serveAuthKitEachTest,
  untilTrue,
} from "../../test/authkit-in-jsdom.ts";
import { Button } from "../../test/button.tsx";
import { serveEachTest } from "../../test/product-server.ts";
import { Product, render } from "../../test/render.tsx";
import type { ConnectOutcome } from "../headless.ts";

const server = serveEachTest();
serveAuthKitEachTest();
const onClose = vi.fn<(outcome: ConnectOutcome) => void>();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  onClose.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const dialog = () => screen.getByRole("dialog");
const alert = () => screen.queryByRole("alert");
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

/** Pica refuses the token that AuthKit's page asks for. */
async function openRefused(status: number, times?: number) {
  server.emulator.control.addFault({
    ...{ kind: "status", status, method: "POST", path: "/v1/authkit" },
    ...(times !== undefined && { times }),
  });
  await openDialog();
}

async function openDialog() {
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

test.for([
  [401, "upstream", "upstream_unauthorized", "Connecting isn’t set up yet"],
  [402, "upstream", "upstream_quota_exceeded", "Connecting is paused"],
  [403, "upstream", "upstream_forbidden", "Connecting isn’t set up yet"],
  [429, "rate_limited", "upstream_rate_limited", "Too many attempts"],
] as const)(
  "a token that Pica refuses with %i: the dialog shows the cause at its next look, and closes with it",
  async ([status, type, code, title]) => {
    await openRefused(status);
    const answer = await fetchTokenAsAuthKit(server);
    expect(answer.ok).toBe(false);
    await pass(500);
    await untilTrue(() => alert() !== null);
    expect(alert()).toHaveTextContent(title);
    expect(await close()).toMatchObject({ type, error: { code } });
  },
);

test("a refused session can be closed before its cause is known", async () => {
  await openRefused(401);
  expect(await close()).toEqual({ type: "cancelled" });
});

test("Try again takes a new ticket and a new frame in the same dialog", async () => {
  await openRefused(500, 1);
  await fetchTokenAsAuthKit(server);
  await pass(500);
  await untilTrue(() => alert() !== null);
  const before = { dialog: dialog(), address: findFrame()?.src };
  fireEvent.click(screen.getByRole("button", { name: "Try again" }));
  await untilTrue(() => findFrame() !== null && findFrame()?.src !== before.address);
  expect((await fetchTokenAsAuthKit(server)).ok).toBe(true);
  await pass(500);
  await untilTrue(() => dialog().dataset.phase === "open");
  expect(dialog()).toBe(before.dialog);
  expect(document.querySelectorAll("iframe")).toHaveLength(1);
});

test("Start again takes a new ticket in the same dialog when the session was ended elsewhere", async () => {
  await openDialog();
  let id = "";
  await untilTrue(() => {
    id =
      server
        .takeLog()
        .join()
        .match(/GET \/sessions\/([\w-]+)/)?.[1] ?? "";
    return id !== "";
  });
  const headers = { origin: location.origin };
  expect((await server.call(`/sessions/${id}`, { method: "DELETE", headers })).status).toBe(204);
  await pass(500);
  await untilTrue(() => alert() !== null);
  expect(alert()).toHaveTextContent("This sign-in has timed out");
  const before = { dialog: dialog(), address: findFrame()?.src };
  fireEvent.click(screen.getByRole("button", { name: "Start again" }));
  await untilTrue(() => findFrame() !== null && findFrame()?.src !== before.address);
  expect((await fetchTokenAsAuthKit(server)).ok).toBe(true);
  await pass(500);
  await untilTrue(() => dialog().dataset.phase === "open");
  expect(dialog()).toBe(before.dialog);
});
