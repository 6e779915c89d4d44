import "../../src/styles/index.css";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { commands, page } from "vitest/browser";
import { ConnectionsList, ConnectorGallery, ConnectProvider } from "../../src/index.ts";
import { mockConnect } from "../../src/test-setup/index.ts";
import { render } from "../render.tsx";

const platforms = ["gmail", "slack", "hubspot", "notion", "stripe"];
const accounts = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    platform: platforms[index % platforms.length] ?? "gmail",
    account: `ann-${index}@marlow.example`,
    state: index === 3 ? ("failed" as const) : ("operational" as const),
  }));

const { fetch: realFetch } = globalThis;

beforeEach(() => {
  localStorage.clear();
  return page.viewport(1280, 900);
});
afterEach(() => {
  // The files of this project share one page.
  globalThis.fetch = realFetch;
  return page.viewport(1000, 700);
});

/** Sums the layout shifts from now on, as browsers do. Shifts after a press do not count. */
function measureShifts() {
  let sum = 0;
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      hadRecentInput: boolean;
    })[]) {
      if (!entry.hadRecentInput) sum += entry.value;
    }
  });
  observer.observe({ type: "layout-shift" });
  onTestFinished(() => observer.disconnect());
  return () => sum;
}

async function visit(count: number) {
  mockConnect({ connections: accounts(count), authKit: "wait" });
  // The skeleton is painted before the server answers.
  const { fetch } = globalThis;
  globalThis.fetch = async (...request) => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return fetch(...request);
  };
  const shown = render(
    <ConnectProvider viewerKey="ann">
      <ConnectionsList />
      <ConnectorGallery />
    </ConnectProvider>,
  );
  const list = page.getByRole("region", { name: "Connected accounts" });
  await expect.element(list).toHaveAttribute("data-state", count === 0 ? "empty" : "ready");
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  return shown;
}

describe("The page below the list does not move", () => {
  test.for([0, 3])("on the first visit of somebody with %i accounts", async (count) => {
    const shifts = measureShifts();
    await visit(count);
    expect(shifts()).toBeLessThan(0.01);
  });

  test.for([0, 14])("on the next visit of somebody with %i accounts", async (count) => {
    (await visit(count)).unmount();
    const shifts = measureShifts();
    await visit(count);
    expect(shifts()).toBeLessThan(0.01);
  });
});

describe("In a low window", () => {
  const isInWindow = (element: Element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return top >= 0 && left >= 0 && bottom <= innerHeight + 0.5 && right <= innerWidth + 0.5;
  };

  test.for([
    [320, 225],
    [1280, 300],
  ] as const)(
    "of %i by %i px, a menu ends within it, and its last command can be reached",
    async ([width, height]) => {
      await page.viewport(width, height);
      await visit(3);
      const options = page.getByRole("button", { name: "Options for ann-1@marlow.example" });
      options.element().scrollIntoView({ block: "center" });
      await options.click();
      const menu = page.getByRole("menu");
      await expect.poll(() => isInWindow(menu.element())).toBe(true);
      await commands.press(["End"]);
      const last = page.getByRole("menuitem", { name: "Disconnect…" });
      await expect.element(last).toHaveFocus();
      expect(isInWindow(last.element())).toBe(true);
    },
  );

  test("the list of categories ends within the window", async () => {
    await page.viewport(1280, 420);
    await visit(0);
    const button = page.getByRole("button", { name: /^Filter by category/ });
    button.element().scrollIntoView({ block: "center" });
    await button.click();
    await expect.poll(() => isInWindow(page.getByRole("dialog").element())).toBe(true);
  });
});

test("the page behind a dialog does not scroll with the wheel or with keys", async () => {
  await page.viewport(1000, 400);
  await visit(3);
  const style = document.body.getAttribute("style");
  await page.getByRole("button", { name: "Options for ann-1@marlow.example" }).click();
  await page.getByRole("menuitem", { name: "Disconnect…" }).click();
  const dialog = page.getByRole("alertdialog").element();
  const width = document.body.getBoundingClientRect().width;
  const wheel = (part: WheelEventInit = {}) =>
    dialog.dispatchEvent(
      new WheelEvent("wheel", { bubbles: true, cancelable: true, deltaY: 100, ...part }),
    );
  // A prevented event does not scroll. Zooming with Ctrl stays possible.
  expect(wheel()).toBe(false);
  expect(wheel({ ctrlKey: true })).toBe(true);
  const key = (name: string) =>
    dialog.dispatchEvent(
      new KeyboardEvent("keydown", { bubbles: true, cancelable: true, key: name }),
    );
  expect(key("PageDown")).toBe(false);
  expect(key("Enter")).toBe(true);
  expect(document.body.getBoundingClientRect().width).toBe(width);
  expect(document.body.getAttribute("style")).toBe(style);
});

describe("Nothing moves but what somebody has asked for", () => {
  const options = () => page.getByRole("button", { name: "Options for ann-1@marlow.example" });

  /** Presses without the browser's noticing a person: every shift counts, whenever it comes. */
  async function press(button: ReturnType<typeof options>) {
    await expect.element(button).toBeVisible();
    (button.element() as HTMLElement).click();
    await paint();
  }
  async function paint() {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  }

  test("while the dialog opens for an account, and closes", async () => {
    await visit(4);
    const shifts = measureShifts();
    await press(page.getByRole("button", { name: "Reconnect ann-3@marlow.example" }));
    await press(page.getByRole("dialog").getByRole("button", { name: "Close" }));
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    await paint();
    expect(shifts()).toBeLessThan(0.01);
  });

  test("when the rename form opens and closes", async () => {
    await visit(3);
    const shifts = measureShifts();
    await press(options());
    await press(page.getByRole("menuitem", { name: "Rename" }));
    await expect.element(page.getByRole("textbox", { name: /^Name of/ })).toHaveFocus();
    await commands.type("Sales");
    await commands.press(["Enter"]);
    await expect.element(page.getByText("Sales", { exact: true })).toBeVisible();
    await paint();
    expect(shifts()).toBeLessThan(0.01);
  });

  test("while the question before a disconnect is asked and answered", async () => {
    await visit(3);
    const shifts = measureShifts();
    await press(options());
    await press(page.getByRole("menuitem", { name: "Disconnect…" }));
    await press(page.getByRole("button", { name: "Disconnect", exact: true }));
    await expect.element(page.getByRole("button", { name: /^Connect again/ })).toBeVisible();
    await paint();
    expect(shifts()).toBeLessThan(0.01);
  });

  test("while somebody searches the gallery", async () => {
    await visit(3);
    const field = page.getByRole("searchbox");
    (field.element() as HTMLElement).focus();
    await paint();
    const shifts = measureShifts();
    const { top } = field.element().getBoundingClientRect();
    await commands.type("linear");
    await paint();
    expect(shifts()).toBeLessThan(0.01);
    expect(field.element().getBoundingClientRect().top).toBe(top);
  });
});
