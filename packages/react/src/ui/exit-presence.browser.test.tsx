import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { commands, page } from "vitest/browser";
import { render } from "../../test/render.tsx";
import { AttentionBanner, ConnectionsList, ConnectorGallery, ConnectProvider } from "../index.ts";
import { mockConnect } from "../test-setup/index.ts";

const { fetch: realFetch } = globalThis;

beforeEach(() => localStorage.clear());
afterEach(() => {
  // The files of this project share one page.
  globalThis.fetch = realFetch;
});

/** Exit animations that a test ends itself, so that no test depends on how fast a machine is. */
async function slowDownExits() {
  await commands.emulateMedia({ reducedMotion: "no-preference" });
  const style = document.createElement("style");
  style.textContent = ".ak { --_fast: 1000s !important }";
  document.head.append(style);
  onTestFinished(async () => {
    style.remove();
    await commands.emulateMedia({ reducedMotion: "reduce" });
  });
}

function endExit(leaving: HTMLElement | null) {
  for (const animation of leaving?.getAnimations() ?? []) {
    if (animation instanceof CSSAnimation) animation.finish();
  }
}

async function show() {
  mockConnect({
    connections: [
      { platform: "gmail", account: "ann@marlow.example" },
      { platform: "slack", account: "team@marlow.example", state: "failed" },
    ],
    authKit: "wait",
  });
  render(
    <ConnectProvider viewerKey="ann">
      <AttentionBanner />
      <ConnectionsList />
      <ConnectorGallery />
    </ConnectProvider>,
  );
  const list = page.getByRole("region", { name: "Connected accounts" });
  await expect.element(list).toHaveAttribute("data-state", "ready");
}

const options = () => page.getByRole("button", { name: "Options for ann@marlow.example" });
const categories = () => page.getByRole("button", { name: /^Filter by category/ });

async function press(button: ReturnType<typeof options>) {
  button.element().focus();
  await commands.press(["Enter"]);
}

/** Each layer: what opens it, how, and the element that leaves. */
const layers: [name: string, opener: typeof options, selector: string, keys: string[]][] = [
  ["a row's menu", options, ".ak-menu", []],
  ["the list of categories", categories, ".ak-category-popover", []],
  ["the question before a disconnect", options, ".ak-alert-dialog", ["End", "Enter"]],
  [
    "the connect dialog",
    () => page.getByRole("button", { name: "Reconnect team@marlow.example" }).first(),
    ".ak-connect-dialog",
    [],
  ],
];

const shown = (selector: string) => document.querySelectorAll<HTMLElement>(selector);

describe.for(layers)("%s", ([, opener, selector, keys]) => {
  async function open() {
    await press(opener());
    const first = keys.length > 0 ? ".ak-menu" : selector;
    await expect.poll(() => shown(`${first}[data-state=open]`).length).toBe(1);
    await commands.press(keys);
    await expect.poll(() => shown(`${selector}[data-state=open]`).length).toBe(1);
  }

  test("gives the focus back at once, and is drawn until its exit animation ends", async () => {
    await slowDownExits();
    await show();
    await open();
    await commands.press(["Escape"]);
    await expect.poll(() => shown(selector)[0]?.dataset.state).toBe("closed");
    const [leaving] = shown(selector);
    if (!leaving) throw new Error("It has left already.");
    await expect.element(opener()).toHaveFocus();
    expect(leaving.matches(":modal, :popover-open")).toBe(false);
    expect(leaving.inert).toBe(true);
    expect(leaving.checkVisibility()).toBe(true);
    const { x, y, width, height } = leaving.getBoundingClientRect();
    expect(leaving.contains(document.elementFromPoint(x + width / 2, y + height / 2))).toBe(false);
    endExit(leaving);
    await expect.poll(() => shown(selector).length).toBe(0);
    await expect.element(opener()).toHaveFocus();
  });

  test("opens again while the last one leaves, and replaces it", async () => {
    await slowDownExits();
    await show();
    await open();
    await commands.press(["Escape"]);
    await expect.poll(() => shown(selector)[0]?.dataset.state).toBe("closed");
    const [leaving] = shown(selector);
    await open();
    expect(leaving?.isConnected).toBe(false);
    expect(shown(selector)).toHaveLength(1);
    expect(shown(selector)[0]?.contains(document.activeElement)).toBe(true);
  });

  test("leaves without motion for people who have asked for less of it", async () => {
    await slowDownExits();
    await commands.emulateMedia({ reducedMotion: "reduce" });
    await show();
    await open();
    await commands.press(["Escape"]);
    await expect.poll(() => shown(selector).length).toBe(0);
  });
});

test("a dismissed banner fades out before it goes", async () => {
  await slowDownExits();
  await show();
  const banner = () => document.querySelector<HTMLElement>(".ak-attention-banner");
  await press(page.getByRole("button", { name: "Dismiss" }));
  await expect.poll(() => banner()?.dataset.leaving).toBe("true");
  endExit(banner());
  await expect.poll(banner).toBe(null);
});
