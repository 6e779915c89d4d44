import { beforeEach, expect, test } from "vitest";
import { authKitFrame, authKitPosts } from "../../test/authkit-page.ts";
import { Button } from "../../test/button.tsx";
import { Product, render, signIn } from "../../test/render.tsx";
import { waitUntil } from "../../test/wait.ts";

beforeEach(() => {
  signIn();
});

const ours = () => document.querySelector<HTMLDialogElement>("dialog.ak-connect-dialog");

async function open() {
  const { element } = render(
    <Product>
      <Button />
      <a href="#behind">Behind</a>
    </Product>,
  );
  const button = await waitUntil(() => element.querySelector("button"));
  button.focus();
  button.click();
  await waitUntil(() => ours()?.dataset.phase === "open");
  return button;
}

test("the dialog is modal and named, holds the focus, and gives it back", async () => {
  const button = await open();
  expect(ours()?.matches(":modal")).toBe(true);
  const name = document.getElementById(ours()?.getAttribute("aria-labelledby") ?? "");
  expect(name?.textContent).toBe("Connect Gmail");
  expect(ours()?.contains(document.activeElement)).toBe(true);
  document.querySelector<HTMLElement>("[href='#behind']")?.focus();
  expect(document.activeElement?.textContent).not.toBe("Behind");
  ours()?.querySelector<HTMLElement>("[aria-label=Close]")?.click();
  await waitUntil(() => ours() === null);
  expect(document.activeElement).toBe(button);
});

test("the frame fills its place below the header, and covers neither it nor the page", async () => {
  await open();
  const frame = (await authKitFrame()).getBoundingClientRect();
  const header = ours()?.querySelector(".ak-connect-header")?.getBoundingClientRect();
  const dialog = ours()?.getBoundingClientRect();
  expect(frame.top).toBeGreaterThanOrEqual(header?.bottom ?? Number.NaN);
  expect(frame.bottom).toBeLessThanOrEqual((dialog?.bottom ?? Number.NaN) + 1);
  expect(frame.width).toBeGreaterThan(200);
  ours()?.querySelector<HTMLElement>("[aria-label=Close]")?.click();
  await waitUntil(() => ours() === null);
});

test("closes when AuthKit's page reports its own Close", async () => {
  const button = await open();
  await authKitPosts({ messageType: "EXIT_EVENT_LINK" });
  await waitUntil(() => ours() === null);
  expect(document.activeElement).toBe(button);
});
