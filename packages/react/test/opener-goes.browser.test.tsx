import type { ReactNode } from "react";
import { beforeEach, describe, expect, inject, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { ConnectButton } from "../src/index.ts";
import { authKitFrame, signInToProvider } from "./authkit-page.ts";
import { Button } from "./button.tsx";
import { Product, render, signIn } from "./render.tsx";
import { waitUntil } from "./wait.ts";

const authKitOrigin = inject("authKitOrigin");
const dialog = () => document.querySelector<HTMLDialogElement>(".ak-connect-dialog");
const opener = () => page.getByRole("button", { name: "Connect Gmail", exact: true });

/** How often AuthKit's page was loaded. */
async function loads(): Promise<number> {
  const requests = await commands.control(authKitOrigin, "requests");
  return (requests as { path: string }[]).filter(({ path }) => path === "/").length;
}

beforeEach(async () => {
  signIn();
  await commands.control(authKitOrigin, "clearRequests");
});

const openers: Record<string, (onConnected: () => void) => ReactNode> = {
  "the kit's button": (onConnected) => <ConnectButton platform="gmail" onConnected={onConnected} />,
  "a button of the product's own": (onConnected) => <Button onConnected={onConnected} />,
};

describe.for(Object.entries(openers))("opened by %s", ([, show]) => {
  const onConnected = vi.fn();
  beforeEach(() => onConnected.mockClear());

  async function open(wrap: (isThere: boolean) => ReactNode) {
    const { rerender } = render(<Product>{wrap(true)}</Product>);
    await opener().click();
    await authKitFrame();
    await waitUntil(async () => (await loads()) === 1);
    return () => rerender(<Product>{wrap(false)}</Product>);
  }

  test("keeps the dialog and AuthKit's page when the card around the opener is removed", async () => {
    const remove = await open((isThere) => (
      <section data-testid="cards">
        <h2>Cards</h2>
        {isThere && <article>{show(onConnected)}</article>}
      </section>
    ));
    const frame = await authKitFrame();
    remove();
    await expect.element(opener()).not.toBeInTheDocument();
    expect(dialog()?.matches(":modal")).toBe(true);
    expect(page.getByTestId("cards").element().contains(dialog())).toBe(true);
    expect(frame.isConnected).toBe(true);
    await signInToProvider("Gmail");
    await waitUntil(() => dialog() === null);
    expect(await loads()).toBe(1);
    await waitUntil(() => onConnected.mock.calls.length === 1);
  });

  test("keeps the dialog visible when the card around the opener is hidden", async () => {
    const hide = await open((isThere) => (
      <section>
        <article hidden={!isThere}>{show(onConnected)}</article>
      </section>
    ));
    hide();
    await expect.element(opener()).not.toBeInTheDocument();
    await waitUntil(() => dialog()?.checkVisibility());
    await signInToProvider("Gmail");
    await waitUntil(() => onConnected.mock.calls.length === 1);
    expect(await loads()).toBe(1);
  });
});

test("puts the dialog back, and loads it anew, when the host removes it by hand", async () => {
  const onConnected = vi.fn();
  render(
    <Product>
      <p>
        <Button onConnected={onConnected} />
      </p>
    </Product>,
  );
  await opener().click();
  await authKitFrame();
  await waitUntil(async () => (await loads()) === 1);
  const layer = dialog()?.parentElement;
  layer?.remove();
  await waitUntil(() => dialog()?.matches(":modal"));
  await waitUntil(async () => (await loads()) === 2);
  await signInToProvider("Gmail");
  await waitUntil(() => onConnected.mock.calls.length === 1);
});

test("lets the host insert, reorder and remove elements around the dialog", async () => {
  const host = (names: string[]) => (
    <Product>
      <div data-testid="list">
        {names.map((name) => (name === "gmail" ? <Button key={name} /> : <i key={name}>{name}</i>))}
      </div>
    </Product>
  );
  const { rerender } = render(host(["a", "gmail", "b"]));
  await opener().click();
  await authKitFrame();
  const texts = () =>
    [...page.getByTestId("list").element().children]
      .filter((element) => !element.contains(dialog()))
      .map((element) => element.textContent);
  for (const names of [["b", "gmail", "a"], ["gmail", "c", "b", "a"], ["c", "gmail"], ["gmail"]]) {
    rerender(host(names));
    const shown = names.map((name) => (name === "gmail" ? "Connect Gmail" : name));
    await expect.poll(texts).toEqual(shown);
    expect(dialog()?.matches(":modal")).toBe(true);
  }
  await page.getByRole("button", { name: "Close" }).click();
  await waitUntil(() => dialog() === null);
  expect(texts()).toEqual(["Connect Gmail"]);
  expect(page.getByTestId("list").element().children).toHaveLength(1);
});
