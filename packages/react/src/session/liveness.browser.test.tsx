import { afterAll, afterEach, beforeEach, describe, expect, inject, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { authKitFrame } from "../../test/authkit-page.ts";
import { Button } from "../../test/button.tsx";
import { Product, render, signIn } from "../../test/render.tsx";
import type { ConnectOutcome } from "../headless.ts";
import type { AuthKitOptions } from "../provider/connect-provider-props.ts";

const authKitOrigin = inject("authKitOrigin");
const broken = inject("brokenOrigins");
const dialog = () => page.getByRole("dialog");
const alert = () => dialog().getByRole("alert");
const close = () => page.getByRole("button", { name: "Close" });
const table: { fault: string; outcome: string; message: string; seconds: number }[] = [];

beforeEach(() => {
  signIn();
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(async () => {
  vi.restoreAllMocks();
  await commands.routeFaults([]);
  await commands.control(authKitOrigin, "clearFaults");
});
afterAll(() => {
  for (const { fault, outcome, seconds, message } of table) {
    console.log(`${fault} | ${outcome} | ${seconds} s | ${message}`);
  }
});

/** Seconds from the press to the message, as the page itself sees both. */
function measure(): Promise<number> {
  return new Promise((resolve) => {
    let pressedAt = 0;
    const onPress = () => {
      pressedAt = performance.now();
    };
    document.addEventListener("click", onPress, { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (pressedAt === 0 || !document.querySelector("dialog [role=alert]")) return;
      observer.disconnect();
      resolve(Number(((performance.now() - pressedAt) / 1_000).toFixed(2)));
    });
    observer.observe(document, { childList: true, subtree: true });
  });
}

/** Presses the button and measures until the dialog says what is wrong. */
async function connectUntilMessage(
  fault: string,
  authKit: AuthKitOptions,
  isClosedEarly: boolean,
  endpoint = "/api/connect",
) {
  const outcomes: ConnectOutcome[] = [];
  render(
    <Product authKit={authKit} endpoint={endpoint}>
      <Button onClose={(outcome) => outcomes.push(outcome)} />
    </Product>,
  );
  const button = page.getByRole("button", { name: "Connect Gmail" });
  const measured = measure();
  const pressedAt = performance.now();
  await button.click();
  if (isClosedEarly) {
    await vi.waitUntil(() => performance.now() - pressedAt > 1_000, { timeout: 2_000 });
  } else {
    await expect.element(alert(), { timeout: 14_000 }).toBeVisible();
  }
  const seconds = isClosedEarly ? 1 : await measured;
  const message = isClosedEarly ? "" : (alert().element().textContent ?? "");
  await close().click();
  await vi.waitUntil(() => outcomes.length > 0);
  await expect.element(dialog()).not.toBeInTheDocument();
  const [outcome] = outcomes;
  if (!outcome) throw new Error("There is no outcome.");
  if (!isClosedEarly) {
    table.push({ fault, outcome: outcome.type, message, seconds });
  }
  return { outcome, message, seconds };
}

const deadFrames = [
  ["refused port", { baseUrl: broken.refused }, /cannot be reached/],
  ["HTTP 500", { baseUrl: broken.failing }, /OPTIONS.*authKitOrigins/],
  ["frame-ancestors", { baseUrl: broken.unframeable }, /X-Frame-Options, frame-ancestors/],
  ["hang", { baseUrl: broken.hanging }, /cannot be reached/],
] as const;

const hints = () =>
  vi
    .mocked(console.warn)
    .mock.calls.map(([line]) => String(line))
    .filter((line) => line.includes("no sign of life"));

describe("A frame that shows no sign of life", () => {
  test.for(deadFrames)(
    "A17: %s: says so within 10.5 s",
    { timeout: 30_000 },
    async ([fault, authKit, hint]) => {
      const { outcome, message, seconds } = await connectUntilMessage(fault, authKit, false);
      expect(message).toMatch(/^The sign-in page didn’t load.*Allow it, then try again/);
      expect(message).toContain(new URL(authKit.baseUrl).host);
      expect(outcome).toMatchObject({ type: "blocked", error: { code: "frame_blocked" } });
      expect(seconds).toBeLessThanOrEqual(10.5);
      // For the developer, one line of the console names the likely cause.
      await vi.waitUntil(() => hints().length > 0, { timeout: 5_000 });
      expect(hints()).toHaveLength(1);
      expect(hints()[0]).toMatch(hint);
    },
  );

  test.for(deadFrames)("A17: %s: can be closed after 1 s", async ([fault, authKit]) => {
    const { outcome } = await connectUntilMessage(fault, authKit, true);
    expect(outcome).toEqual({ type: "cancelled" });
  });

  test("A17: offline says so, and goes on by itself when back", { timeout: 25_000 }, async () => {
    render(
      <Product>
        <Button />
      </Product>,
    );
    // The session is made, then the network goes. Cutting the real one would cut off this test.
    await commands.routeFaults([{ method: "POST", path: "/token", delay: 60_000 }]);
    const button = page.getByRole("button", { name: "Connect Gmail" });
    const measured = measure();
    await button.click();
    await authKitFrame();
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    await expect.element(alert(), { timeout: 14_000 }).toHaveTextContent(/^You’re offline/);
    const seconds = await measured;
    expect(seconds).toBeLessThanOrEqual(10.5);
    const message = alert().element().textContent ?? "";
    table.push({ fault: "offline", outcome: "network", message, seconds });
    vi.restoreAllMocks();
    await commands.routeFaults([]);
    window.dispatchEvent(new Event("online"));
    await expect.element(button).toHaveAttribute("data-phase", "open");
    await close().click();
  });

  test("the message never covers the frame, which takes over again if it wakes", {
    timeout: 25_000,
  }, async () => {
    await commands.routeFaults([{ method: "POST", path: "/token", delay: 11_500, times: 1 }]);
    render(
      <Product>
        <Button />
      </Product>,
    );
    const button = page.getByRole("button", { name: "Connect Gmail" });
    await button.click();
    await expect.element(alert(), { timeout: 14_000 }).toBeVisible();
    const frame = (await authKitFrame()).getBoundingClientRect();
    expect(alert().element().getBoundingClientRect().bottom).toBeLessThanOrEqual(frame.top);
    expect(frame.height).toBeGreaterThan(200);
    await expect.element(button, { timeout: 8_000 }).toHaveAttribute("data-phase", "open");
    await expect.element(alert()).not.toBeInTheDocument();
    await close().click();
  });

  test("A18: after two seconds it says that it takes longer", async () => {
    render(
      <Product authKit={{ baseUrl: broken.hanging }}>
        <Button />
      </Product>,
    );
    await page.getByRole("button", { name: "Connect Gmail" }).click();
    const status = dialog().getByRole("status");
    await expect.element(status).toHaveTextContent("Opening Gmail…");
    await expect.element(status, { timeout: 4_000 }).toHaveTextContent(/^Still opening Gmail…/);
    await close().click();
  });
});

describe("A token that is refused", () => {
  test.for([
    [401, "upstream", "upstream_unauthorized", "Connecting isn’t set up yet"],
    [402, "upstream", "upstream_quota_exceeded", "Connecting is paused"],
    [403, "upstream", "upstream_forbidden", "Connecting isn’t set up yet"],
    [429, "rate_limited", "upstream_rate_limited", "Too many attempts"],
  ] as const)(
    "Pica answers %i: the cause is shown within 1.5 s",
    async ([status, type, code, title]) => {
      await commands.control(authKitOrigin, "addFault", {
        kind: "status",
        status,
        method: "POST",
        path: "/v1/authkit",
      });
      const { outcome, message, seconds } = await connectUntilMessage(
        `token ${status}`,
        {},
        false,
        status === 429 ? "/api/connect-limited" : "/api/connect",
      );
      expect(message).toContain(title);
      expect(outcome).toMatchObject({ type, error: { code } });
      expect(seconds).toBeLessThanOrEqual(1.5);
    },
  );

  test("Try again takes a new ticket and a new frame in the same dialog", async () => {
    await commands.control(authKitOrigin, "addFault", {
      kind: "status",
      status: 401,
      method: "POST",
      path: "/v1/authkit",
      times: 1,
    });
    render(
      <Product>
        <Button />
      </Product>,
    );
    const button = page.getByRole("button", { name: "Connect Gmail" });
    await button.click();
    await expect.element(alert()).toBeVisible();
    const before = { dialog: dialog().element(), frame: await authKitFrame() };
    await alert().getByRole("button", { name: "Try again" }).click();
    await expect.element(button).toHaveAttribute("data-phase", "open");
    expect(dialog().element()).toBe(before.dialog);
    expect(before.frame.isConnected).toBe(false);
    expect((await authKitFrame()).src).not.toBe(before.frame.src);
    await close().click();
  });
});
