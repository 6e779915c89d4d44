import { beforeEach, expect, test, vi } from "vitest";
import { authKitFrame, authKitPosts, signInToProvider } from "../../test/authkit-page.ts";
import { Button } from "../../test/button.tsx";
import { button, dialog, Persistent, untilOpen } from "../../test/openers.tsx";
import { Product, render, signIn } from "../../test/render.tsx";
import { waitUntil } from "../../test/wait.ts";

const exit = { messageType: "EXIT_EVENT_LINK" };

beforeEach(() => {
  signIn();
});

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
  await waitUntil(() => second.mock.calls.length > 0);
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
  await waitUntil(() => reported.length > 0);
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
  await waitUntil(() => !before.isConnected);
  await untilOpen("Open");
  await signInToProvider("Gmail");
  await waitUntil(() => onSuccess.mock.calls.length > 0);
  expect(onSuccess).toHaveBeenCalledTimes(1);
});
