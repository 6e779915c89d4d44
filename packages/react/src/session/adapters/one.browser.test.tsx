import { beforeEach, expect, inject, test, vi } from "vitest";
import { page } from "vitest/browser";
import { authKitFrame, signInToProvider } from "../../../test/authkit-page.ts";
import { Button } from "../../../test/button.tsx";
import { OneProduct, render, signIn } from "../../../test/render.tsx";
import { waitUntil } from "../../../test/wait.ts";

const dialog = () => page.getByRole("dialog");
const button = () => page.getByRole("button", { name: "Connect Gmail" });

beforeEach(() => {
  signIn();
});

test("connects an account in a window of its own, without leaving the page", async () => {
  const onConnected = vi.fn();
  render(
    <OneProduct>
      <Button onConnected={onConnected} />
    </OneProduct>,
  );
  const before = location.href;
  await button().click();
  const frame = await authKitFrame();
  expect(new URL(frame.src).origin).toBe(inject("oneOrigin"));
  expect(frame.title).not.toBe("");
  expect(frame.closest("dialog")?.matches(":modal")).toBe(true);
  await signInToProvider("Gmail");
  await waitUntil(() => onConnected.mock.calls.length > 0);
  await expect.element(dialog()).not.toBeInTheDocument();
  expect(onConnected.mock.calls).toMatchObject([[{ platform: "gmail" }]]);
  expect(location.href).toBe(before);
});
