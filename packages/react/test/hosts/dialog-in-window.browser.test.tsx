import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { page } from "vitest/browser";
import { ConnectionsList } from "../../src/index.ts";
import { mockConnect } from "../../src/test-setup/index.ts";
import { authKitFrame } from "../authkit-page.ts";
import { Button } from "../button.tsx";
import { Product, render, signIn } from "../render.tsx";

beforeEach(() => {
  signIn();
});

const { documentElement: html, body } = document;

/** How pages enlarge their text, or everything. */
const enlargements = {
  "html { font-size: 200% }": () => html.style.setProperty("font-size", "200%"),
  "html { zoom: 1.5 }": () => html.style.setProperty("zoom", "1.5"),
  "body { zoom: 1.6 }": () => body.style.setProperty("zoom", "1.6"),
};

async function enlargePage(width: number, enlarge: () => void) {
  await page.viewport(width, 700);
  enlarge();
  onTestFinished(() => {
    html.removeAttribute("style");
    body.removeAttribute("style");
    return page.viewport(1000, 700);
  });
}

const connectDialog = () => page.getByRole("dialog", { name: "Connect Gmail" });

function expectInside(inner: Element, outer: Pick<DOMRect, "left" | "top" | "right" | "bottom">) {
  const { left, top, right, bottom } = inner.getBoundingClientRect();
  // A pixel for what is rounded.
  expect(left).toBeGreaterThan(outer.left - 1);
  expect(top).toBeGreaterThan(outer.top - 1);
  expect(right).toBeLessThan(outer.right + 1);
  expect(bottom).toBeLessThan(outer.bottom + 1);
}

const expectInWindow = (element: Element) =>
  expectInside(element, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });

/** Whether the middle of the element can be pressed. */
function isInReach(element: Element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}

describe.for(Object.entries(enlargements))("on a page with %s", ([, enlarge]) => {
  test.for([900, 390])("the connect dialog fits a window of %i px", async (width) => {
    await enlargePage(width, enlarge);
    render(
      <Product>
        <Button />
      </Product>,
    );
    await page.getByRole("button", { name: "Connect Gmail", exact: true }).click();
    const frame = await authKitFrame();
    const dialog = connectDialog().element();
    const close = connectDialog().getByRole("button", { name: "Close" }).element();
    expectInWindow(dialog);
    expectInside(frame, dialog.getBoundingClientRect());
    expectInside(close, dialog.getBoundingClientRect());
    expect(isInReach(close)).toBe(true);
    // The frame is out of reach until AuthKit's page has loaded.
    await expect.poll(() => isInReach(frame)).toBe(true);
  });

  test.for([900, 390])("a menu and a question fit a window of %i px", async (width) => {
    await enlargePage(width, enlarge);
    mockConnect({ connections: [{ platform: "gmail", account: "ann@marlow.example" }] });
    render(
      <Product>
        <ConnectionsList />
      </Product>,
    );
    await page.getByRole("button", { name: "Options for ann@marlow.example" }).click();
    await expect.element(page.getByRole("menu")).toBeVisible();
    expectInWindow(page.getByRole("menu").element());
    await page.getByRole("menuitem", { name: "Disconnect…" }).click();
    await expect.element(page.getByRole("alertdialog")).toBeVisible();
    expectInWindow(page.getByRole("alertdialog").element());
  });
});
