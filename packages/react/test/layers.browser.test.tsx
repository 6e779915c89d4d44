import "../src/styles/index.css";
import { Dialog } from "radix-ui";
import { type ReactNode, useEffect, useRef } from "react";
import { beforeEach, describe, expect, test } from "vitest";
import { commands, page } from "vitest/browser";
import { ConnectionsList, ConnectorGallery } from "../src/index.ts";
import { giveAccounts } from "./accounts.ts";
import { Product, render, signIn } from "./render.tsx";

function NativeDialog({ children }: { children: ReactNode }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} data-testid="layer" aria-label="The host's">
      {children}
    </dialog>
  );
}

const layers: Record<string, (children: ReactNode) => ReactNode> = {
  "a native dialog": (children) => <NativeDialog>{children}</NativeDialog>,
  "a Radix Dialog": (children) => (
    <Dialog.Root defaultOpen>
      <Dialog.Portal>
        <Dialog.Content
          data-testid="layer"
          aria-describedby={undefined}
          style={{ position: "fixed", inset: 20, overflow: "auto" }}
        >
          <Dialog.Title>The host's</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  ),
};

const layer = () => page.getByTestId("layer");
const isLayerOpen = () => document.querySelector("[data-testid=layer]")?.checkVisibility() ?? false;
/** Whether a press at an element's middle would reach it. */
function isOnTop(element: Element): boolean {
  const { x, y, width, height } = element.getBoundingClientRect();
  const hit = document.elementFromPoint(x + width / 2, y + height / 2);
  return element.contains(hit);
}

describe.for(Object.entries(layers))("inside %s", ([, wrap]) => {
  beforeEach(async () => {
    const viewer = signIn();
    await giveAccounts(viewer, [{ platform: "gmail", name: "Mail" }]);
    render(
      <Product viewerKey={viewer}>
        {wrap(
          <>
            <ConnectionsList />
            <ConnectorGallery platforms={["gmail", "slack", "notion"]} />
          </>,
        )}
      </Product>,
    );
    await expect.element(page.getByRole("button", { name: "Options for Mail" })).toBeVisible();
  });

  test("a row’s menu is on top, beside its button, and Escape closes it alone", async () => {
    const button = page.getByRole("button", { name: "Options for Mail" });
    await button.click();
    const item = page.getByRole("menuitem", { name: "Rename" });
    await expect.element(item).toHaveFocus();
    expect(isOnTop(item.element())).toBe(true);
    const menu = page.getByRole("menu").element().getBoundingClientRect();
    const anchor = button.element().getBoundingClientRect();
    expect(Math.abs(menu.top - anchor.bottom)).toBeLessThan(10);
    await commands.press(["Escape"]);
    await expect.element(page.getByRole("menu")).not.toBeInTheDocument();
    await expect.element(layer()).toBeVisible();
    await expect.element(button).toHaveFocus();
  });

  test("Escape empties the search, and closes the layer when there is nothing to empty", async () => {
    const search = page.getByRole("searchbox");
    search.element().focus();
    await commands.type("gmail");
    // What hears the key comes after what is seen first.
    await expect.element(page.getByRole("button", { name: "Clear search" })).toBeVisible();
    await commands.press(["Escape"]);
    await expect.element(search).toHaveValue("");
    await expect.element(layer()).toBeVisible();
    await commands.press(["Escape"]);
    await expect.poll(isLayerOpen).toBe(false);
  });

  test("Escape leaves a new name unsaved, and closes nothing else", async () => {
    await page.getByRole("button", { name: "Options for Mail" }).click();
    await page.getByRole("menuitem", { name: "Rename" }).click();
    await expect.element(page.getByRole("textbox", { name: "Name of Mail" })).toHaveFocus();
    await commands.type("Other");
    await commands.press(["Escape"]);
    const row = page.getByRole("listitem").filter({ hasText: "Mail" });
    await expect.element(row.first()).toHaveFocus();
    await expect.element(layer()).toBeVisible();
  });

  test("the category list can be typed into and chosen from", async () => {
    const button = page.getByRole("button", { name: /^Filter by category/ });
    await button.click();
    await expect.element(page.getByRole("combobox")).toHaveFocus();
    await commands.type("email");
    await page.getByRole("option").click();
    await expect.element(button).toHaveTextContent("Email");
    await expect.element(layer()).toBeVisible();
  });

  test("the question before a disconnect is on top, and carries it out", async () => {
    await page.getByRole("button", { name: "Options for Mail" }).click();
    await page.getByRole("menuitem", { name: "Disconnect…" }).click();
    const confirm = page.getByRole("button", { name: "Disconnect", exact: true });
    await expect.element(confirm).toBeVisible();
    expect(isOnTop(confirm.element())).toBe(true);
    await confirm.click();
    const trace = page.getByRole("listitem").filter({ hasText: "Mail disconnected" });
    await expect.element(trace).toHaveAttribute("data-state", "removed");
    await expect.element(layer()).toBeVisible();
    await expect.poll(() => layer().element().contains(document.activeElement)).toBe(true);
  });
});
