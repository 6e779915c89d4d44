import "../../src/styles/index.css";
import { onlineManager } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test } from "vitest";
import { commands, page } from "vitest/browser";
import { ConnectionsList, ConnectorGallery, ConnectProvider } from "../../src/index.ts";
import { mockConnect } from "../../src/test-setup/index.ts";
import { render } from "../render.tsx";

const { fetch: realFetch } = globalThis;

afterEach(() => {
  // The files of this project share one page.
  globalThis.fetch = realFetch;
  onlineManager.setOnline(true);
  return page.viewport(1000, 700);
});

beforeEach(async () => {
  const platforms = ["gmail", "slack", "hubspot"];
  mockConnect({
    connections: platforms.map((platform, index) => ({
      platform,
      account: `ann-${index}@marlow.example`,
      state: index === 1 ? ("failed" as const) : ("operational" as const),
    })),
    authKit: "wait",
  });
  render(
    <ConnectProvider viewerKey="ann">
      <button type="button">Start</button>
      <ConnectionsList />
      <ConnectorGallery />
    </ConnectProvider>,
  );
  const list = page.getByRole("region", { name: "Connected accounts" });
  await expect.element(list).toHaveAttribute("data-state", "ready");
  await expect.element(page.getByRole("button", { name: "Connect Stripe" })).toBeVisible();
});

const nameOf = (element: Element) => element.getAttribute("aria-label") ?? element.textContent;

/** Presses Tab until the focus is where it was first, and says which stops cannot be seen. */
async function walk(): Promise<{ stops: (string | null)[]; unseen: (string | null)[] }> {
  const stops: (string | null)[] = [];
  const unseen: (string | null)[] = [];
  const visited = new Set<Element>();
  // No page of these tests has more.
  for (let press = 0; press < 80; press += 1) {
    await commands.press(["Tab"]);
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body || visited.has(activeElement)) break;
    visited.add(activeElement);
    stops.push(nameOf(activeElement));
    const { x, y, width, height } = activeElement.getBoundingClientRect();
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    const isSeen = activeElement.contains(top) || top?.contains(activeElement);
    if (!isSeen || getComputedStyle(activeElement).outlineStyle === "none") {
      unseen.push(nameOf(activeElement));
    }
  }
  return { stops, unseen };
}

test.for([
  [1280, 900],
  [320, 300],
] as const)(
  "every stop of the Tab key in list and gallery is in sight, below a banner, at %i by %i px",
  async ([width, height]) => {
    await page.viewport(width, height);
    onlineManager.setOnline(false);
    await expect.element(page.getByText(/offline/i).first()).toBeVisible();
    // Without it, Tab starts where the focus of the last test was removed.
    page.getByRole("button", { name: "Start" }).element().focus();
    const { stops, unseen } = await walk();
    expect(stops).toContain("Options for ann-2@marlow.example");
    expect(stops).toContain("Connect Stripe");
    expect(unseen).toEqual([]);
  },
);

test.for([
  [1280, 900],
  [320, 225],
] as const)(
  "every stop of the Tab key in the question before a disconnect is in sight, at %i by %i px",
  async ([width, height]) => {
    await page.viewport(width, height);
    const options = page.getByRole("button", { name: "Options for ann-0@marlow.example" });
    (options.element() as HTMLElement).focus();
    await commands.press(["Enter"]);
    await expect.element(page.getByRole("menu")).toBeVisible();
    await commands.press(["End", "Enter"]);
    await expect.element(page.getByRole("alertdialog")).toBeVisible();
    const { stops, unseen } = await walk();
    // The focus starts on the safe answer, so the other one is the first stop.
    expect(stops).toContain("Disconnect");
    expect(unseen).toEqual([]);
  },
);

// 400 % zoom in a window of 1280 by 1024 px.
test.for([
  [
    "the form for a new name",
    async () => {
      const options = page.getByRole("button", { name: "Options for ann-0@marlow.example" });
      (options.element() as HTMLElement).focus();
      await commands.press(["Enter"]);
      await expect.element(page.getByRole("menu")).toBeVisible();
      await commands.press(["r", "Enter"]);
      await expect.element(page.getByRole("textbox", { name: /^Name of/ })).toHaveFocus();
    },
    "Save",
  ],
  [
    "the finder of categories",
    async () => {
      const button = page.getByRole("button", { name: /^Filter by category/ });
      (button.element() as HTMLElement).focus();
      await commands.press(["Enter"]);
      await expect.element(page.getByRole("combobox")).toHaveFocus();
    },
    null,
  ],
  [
    "the connect dialog",
    async () => {
      // Before its frame is there: the browser's error page in it would take the next key.
      const { fetch } = globalThis;
      globalThis.fetch = (address, init) =>
        String(address).endsWith("/sessions") ? new Promise(() => {}) : fetch(address, init);
      (page.getByRole("button", { name: "Connect Stripe" }).element() as HTMLElement).focus();
      await commands.press(["Enter"]);
      await expect.element(page.getByRole("dialog")).toBeVisible();
    },
    "Close",
  ],
] as const)(
  "every stop of the Tab key in %s is in sight, at 320 by 256 px",
  async ([, open, stop]) => {
    await page.viewport(320, 256);
    await open();
    const { activeElement } = document;
    const { top, bottom } = activeElement?.getBoundingClientRect() ?? {};
    expect(top).toBeGreaterThanOrEqual(-0.5);
    expect(bottom).toBeLessThanOrEqual(256.5);
    const { stops, unseen } = await walk();
    if (stop) expect(stops).toContain(stop);
    expect(unseen).toEqual([]);
  },
);
