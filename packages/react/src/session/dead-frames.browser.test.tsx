import { afterEach, beforeEach, expect, inject, test, vi } from "vitest";
import { page } from "vitest/browser";
import { authKitFrame, watchSessionReads } from "../../test/authkit-page.ts";
import { Button } from "../../test/button.tsx";
import { Product, render, signIn } from "../../test/render.tsx";
import { waitFor } from "../../test/wait.ts";

/* Frames that a browser does not load. How the kit goes on from there is in `liveness.test.tsx`. */

const brokenOrigins = inject("brokenOrigins");

beforeEach(() => {
  signIn();
  vi.spyOn(console, "warn").mockReturnValue();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const refusedByPage = /shows no sign of life.*X-Frame-Options, frame-ancestors/;

test.for([
  // Whether it can be reached is not known before three real seconds.
  ["never answers", brokenOrigins.hanging, null],
  ["refuses the connection", brokenOrigins.refusing, /shows no sign of life.*cannot be reached/],
  ["answers with HTTP 500", brokenOrigins.failing, refusedByPage],
  ["forbids to be framed", brokenOrigins.unframeable, refusedByPage],
] as const)("reports after ten seconds an AuthKit page that %s", async ([, baseUrl, cause]) => {
  const onClose = vi.fn();
  render(
    <Product authKit={{ baseUrl }}>
      <Button onClose={onClose} />
    </Product>,
  );
  const untilRead = watchSessionReads();
  await page.getByRole("button", { name: "Connect Gmail" }).click();
  const frame = await authKitFrame();
  // The frame is hidden only if the server has said that nobody uses it.
  await untilRead();
  expect(new URL(frame.src).origin).toBe(baseUrl);
  await vi.advanceTimersByTimeAsync(10_000);
  const alert = page.getByRole("dialog").getByRole("alert");
  await expect.element(alert).toHaveTextContent("The sign-in page didn’t load");
  // AuthKit makes its frame visible once anything has loaded, also the browser's error page.
  if (baseUrl !== brokenOrigins.hanging) {
    await expect.poll(() => frame.style.visibility).toBe("visible");
  }
  expect(frame.checkVisibility({ opacityProperty: true, visibilityProperty: true })).toBe(false);
  const retry = page.getByRole("button", { name: "Try again" }).element();
  const { x, y, width, height } = retry.getBoundingClientRect();
  expect(document.elementFromPoint(x + width / 2, y + height / 2)).toBe(retry);
  if (cause) await waitFor(() => expect(vi.mocked(console.warn).mock.lastCall?.[0]).toMatch(cause));
  await page.getByRole("button", { name: "Close" }).click();
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(onClose.mock.calls).toMatchObject([
    [{ type: "blocked", error: { code: "frame_blocked" } }],
  ]);
});
