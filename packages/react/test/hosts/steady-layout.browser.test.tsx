import "../../src/styles/index.css";
import type { ReactNode } from "react";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { commands, page } from "vitest/browser";
import { accountActions } from "../../src/account-actions/use-account-actions.ts";
import {
  AttentionBanner,
  ConnectButton,
  ConnectChecklist,
  type ConnectionRequest,
  ConnectionsList,
  ConnectorGallery,
  ConnectProvider,
  ConnectRequest,
} from "../../src/index.ts";
import { type MockConnectOptions, mockConnect } from "../../src/test-setup/index.ts";
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

const listAndGallery = (
  <>
    <ConnectionsList />
    <ConnectorGallery />
  </>
);

async function visit(
  count: number,
  {
    shown = listAndGallery,
    viewerKey = "ann",
    ...options
  }: MockConnectOptions & { shown?: ReactNode; viewerKey?: string } = {},
) {
  mockConnect({ connections: accounts(count), authKit: "wait", ...options });
  // The skeleton is painted before the server answers.
  const { fetch } = globalThis;
  globalThis.fetch = async (...request) => {
    for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
    return fetch(...request);
  };
  const rendered = render(<ConnectProvider viewerKey={viewerKey}>{shown}</ConnectProvider>);
  const list = page.getByRole("region", { name: "Connected accounts" });
  await expect.element(list).toHaveAttribute("data-state", count === 0 ? "empty" : "ready");
  await paint();
  return rendered;
}

async function paint() {
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
}

type Button = ReturnType<typeof page.getByRole>;

/** Presses without the browser's noticing a person: every shift counts, whenever it comes. */
async function press(button: Button) {
  await expect.element(button).toBeVisible();
  (button.element() as HTMLElement).click();
  await paint();
}

const options = () => page.getByRole("button", { name: "Options for ann-1@marlow.example" });

async function disconnect() {
  await press(options());
  await press(page.getByRole("menuitem", { name: "Disconnect…" }));
  await press(page.getByRole("button", { name: "Disconnect", exact: true }));
  await expect.element(page.getByRole("button", { name: /^Connect again/ })).toBeVisible();
}

/** Looks in each frame from now on whether one of these elements stands elsewhere. */
function watchPlaces(selector: string) {
  const places = [...document.querySelectorAll(selector)].map((element) => ({
    element,
    top: element.getBoundingClientRect().top,
  }));
  expect(places).not.toHaveLength(0);
  const moved = new Set<string>();
  let frame = requestAnimationFrame(function look() {
    for (const { element, top } of places) {
      const now = element.getBoundingClientRect().top;
      const isThere = element.isConnected && element.checkVisibility();
      if (isThere && Math.abs(now - top) > 0.5)
        moved.add(`${element.className}: ${element.textContent}`);
    }
    frame = requestAnimationFrame(look);
  });
  onTestFinished(() => cancelAnimationFrame(frame));
  return () => [...moved];
}

const topOf = (selector: string) =>
  document.querySelector(selector)?.getBoundingClientRect().top ?? Number.NaN;

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
    await disconnect();
    await paint();
    expect(shifts()).toBeLessThan(0.01);
  });

  test("while a disconnected account is connected again in its place", async () => {
    await visit(3, { authKit: "connect", account: "ann-1@marlow.example" });
    const shifts = measureShifts();
    await disconnect();
    await press(page.getByRole("button", { name: /^Connect again/ }));
    await expect.element(options()).toBeVisible();
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    await paint();
    expect(shifts()).toBeLessThan(0.01);
  });

  test("while a broken account is reconnected", async () => {
    await visit(4, { authKit: "connect" });
    const shifts = measureShifts();
    const moved = watchPlaces(".ak-section-header, .ak-row, .ak-connector-gallery");
    await press(page.getByRole("button", { name: "Reconnect ann-3@marlow.example" }));
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    await expect.poll(() => document.querySelector(".ak-row[data-state=failed]")).toBeNull();
    await paint();
    expect(shifts()).toBeLessThan(0.01);
    expect(moved()).toEqual([]);
  });

  test("when a requirement of a checklist is connected", async () => {
    const shown = (
      <>
        <ConnectChecklist requirements={[{ platform: "gmail" }, { platform: "slack" }]} />
        <ConnectionsList />
      </>
    );
    await visit(0, { shown, authKit: "connect" });
    const moved = watchPlaces(".ak-checklist, .ak-check-row, .ak-check-row *");
    await press(page.getByRole("button", { name: "Connect Gmail" }));
    await expect.element(page.getByText("1 of 2 connected")).toBeVisible();
    await paint();
    expect(moved()).toEqual([]);
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

// The page gains or loses a part, so that what follows has to move. Nothing before it does.
describe("Only what stands below moves", () => {
  const rowOf = (id: string) => `[data-connection-id="${id}"]`;

  test("when an account arrives in the list", async () => {
    await visit(3, { authKit: "connect" });
    // By platform: the new one comes behind Gmail and HubSpot, and before Slack.
    const moved = watchPlaces(
      `.ak-connections-list > .ak-section-header, ${rowOf("connection-0")}, ${rowOf("connection-2")}`,
    );
    const before = topOf(rowOf("connection-1"));
    await press(page.getByRole("button", { name: "Connect Notion" }));
    await expect.element(page.getByRole("dialog")).not.toBeInTheDocument();
    await expect.poll(() => document.querySelector("[data-new]")).not.toBeNull();
    await paint();
    const added = document.querySelector("[data-new]")?.getBoundingClientRect();
    expect(moved()).toEqual([]);
    expect(topOf(rowOf("connection-1")) - before).toBeCloseTo(added?.height ?? 0, 0);
  });

  test.for(["reduce", "no-preference"] as const)(
    "when somebody dismisses the row of a disconnected account, with the motion setting %s",
    async (reducedMotion) => {
      await commands.emulateMedia({ reducedMotion });
      onTestFinished(() => commands.emulateMedia({ reducedMotion: "reduce" }));
      await visit(3);
      await disconnect();
      const moved = watchPlaces(
        `.ak-connections-list > .ak-section-header, ${rowOf("connection-0")}, ${rowOf("connection-2")}`,
      );
      const gallery = topOf(".ak-connector-gallery");
      const trace = document.querySelector("[data-state=removed]")?.getBoundingClientRect();
      await press(page.getByRole("button", { name: /^Dismiss: / }));
      await expect.poll(() => document.querySelector("[data-state=removed]")).toBeNull();
      await paint();
      expect(moved()).toEqual([]);
      expect(gallery - topOf(".ak-connector-gallery")).toBeCloseTo(trace?.height ?? 0, 0);
    },
  );

  test("when somebody dismisses the banner", async () => {
    const shown = (
      <>
        <p id="above">Above</p>
        <AttentionBanner />
        <ConnectionsList />
      </>
    );
    await visit(4, { shown });
    const dismiss = page.getByRole("button", { name: "Dismiss" });
    await expect.element(dismiss).toBeVisible();
    const moved = watchPlaces("#above");
    const height = topOf(".ak-connections-list") - topOf(".ak-attention-banner");
    const before = topOf(".ak-connections-list");
    await press(dismiss);
    await expect.poll(() => document.querySelector(".ak-attention-banner")).toBeNull();
    await paint();
    expect(moved()).toEqual([]);
    expect(before - topOf(".ak-connections-list")).toBeCloseTo(height, 0);
  });

  test("when somebody declines an assistant's request", async () => {
    const request: ConnectionRequest = {
      id: "request-0",
      platform: "notion",
      identityType: "user",
      reason: "missing",
      status: "pending",
      action: "notion.read",
      candidates: [],
      expiresAt: "2030-01-01T00:00:00.000Z",
    };
    const shown = (
      <>
        <p id="above">Above</p>
        <ConnectRequest request={request} />
        <p id="below">Below</p>
        <ConnectionsList />
      </>
    );
    await visit(0, { shown, connectionRequests: [request] });
    const notNow = page.getByRole("button", { name: "Not now" });
    await expect.element(notNow).toBeVisible();
    const moved = watchPlaces("#above, .ak-request");
    const before = topOf("#below");
    await press(notNow);
    await expect.element(notNow).not.toBeInTheDocument();
    await paint();
    expect(moved()).toEqual([]);
    expect(topOf("#below")).toBeLessThan(before);
  });
});

describe("The frame after a press shows that it was heard", () => {
  const shown = (
    <>
      <AttentionBanner />
      <ConnectButton platform="gmail" />
      <ConnectionsList />
      <ConnectorGallery />
    </>
  );
  const isBusy = (button: Button) => button.element().getAttribute("aria-busy") === "true";
  const isShown = (selector: string) => document.querySelector(selector) !== null;

  /** Presses it, and resolves in the frame that the browser draws next. */
  async function pressOnce(button: Button) {
    await expect.element(button).toBeVisible();
    (button.element() as HTMLElement).click();
    await new Promise(requestAnimationFrame);
  }

  test.for([
    ["a card of the gallery", "Connect Notion"],
    ["a button for one platform", /Gmail account/],
    ["the button that reconnects", "Reconnect ann-3@marlow.example"],
    ["the button for the menu of a row", "Options for ann-1@marlow.example"],
    ["the button for the categories", /^Filter by category/],
    ["the button that reads the list again", "Refresh"],
    ["the button that dismisses the banner", "Dismiss"],
  ] as const)("on %s", async ([, name]) => {
    await accountActions.load();
    // In this tab, Ann may have dismissed the banner already.
    await visit(4, { shown, viewerKey: crypto.randomUUID() });
    const button = page.getByRole("button", { name }).first();
    const element = button.element();
    await pressOnce(button);
    const signs = {
      busy: element.isConnected && isBusy(button),
      expanded: element.getAttribute("aria-expanded") === "true",
      dialog: isShown("dialog[open]"),
      gone: !element.isConnected || element.closest("[data-leaving]") !== null,
    };
    expect(Object.values(signs)).toContain(true);
  });

  test("on the answer to the question before a disconnect, and on Save of a new name", async () => {
    await accountActions.load();
    await visit(3);
    const { fetch } = globalThis;
    globalThis.fetch = (input, init) =>
      init?.method && init.method !== "GET" ? new Promise(() => {}) : fetch(input, init);
    await press(options());
    await press(page.getByRole("menuitem", { name: "Rename" }));
    await page.getByRole("textbox", { name: /^Name of/ }).fill("Sales");
    await pressOnce(page.getByRole("button", { name: "Save" }));
    expect(isShown("[data-state=editing]")).toBe(false);
    await expect.element(page.getByText("Sales", { exact: true })).toBeVisible();

    await press(page.getByRole("button", { name: "Options for ann-2@marlow.example" }));
    await press(page.getByRole("menuitem", { name: "Disconnect…" }));
    const answer = page.getByRole("alertdialog").getByRole("button").last();
    await pressOnce(answer);
    expect(isBusy(answer)).toBe(true);
  });
});
