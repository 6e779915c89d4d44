import "../styles/index.css";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, inject, onTestFinished, test, vi } from "vitest";
import { commands, page } from "vitest/browser";
import { untilForm, watchSessionReads } from "../../test/authkit-page.ts";
import { Button } from "../../test/button.tsx";
import { Product, render, signIn } from "../../test/render.tsx";
import { type AuthKitOptions, useConnections } from "../headless.ts";

const dialog = () => page.getByRole("dialog");
const button = () => page.getByRole("button", { name: "Connect Gmail", exact: true });

beforeEach(() => {
  signIn();
  vi.spyOn(console, "warn").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const product = (authKit: AuthKitOptions, theme: "light" | "dark") => (
  <Product authKit={authKit} theme={theme}>
    <Button />
  </Product>
);

/** Opens a session, and gives a look at it with axe, in either theme. */
async function open(authKit: AuthKitOptions = {}) {
  const { rerender } = render(product(authKit, "light"));
  await button().click();
  return async () => {
    for (const theme of ["light", "dark"] as const) {
      rerender(product(authKit, theme));
      await expect.element(dialog()).toHaveAttribute("data-ak-theme", theme);
      expect(await violations(), theme).toEqual([]);
    }
  };
}

async function violations() {
  // What is still fading has no contrast yet.
  const fading = dialog().element().getAnimations({ subtree: true });
  const ending = fading.filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
  await Promise.all(ending.map(({ finished }) => finished));
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  // AuthKit's own page is another origin's: its emulated form is checked where it is made.
  const results = await axe.run("dialog", { runOnly: tags, iframes: false });
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
}

/** Until AuthKit's page has shown that it is alive, or the kit has given it up. */
const untilPhase = (phase: string) => expect.element(dialog()).toHaveAttribute("data-phase", phase);

// The other phases of the dialog are stories, and axe looks at every story.
test("axe finds nothing in the dialog of a page that is open, light or dark", async () => {
  const expectNoViolation = await open();
  await untilPhase("open");
  await expectNoViolation();
});

test("axe finds nothing in the dialog that shows a message in place of a blocked page", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const untilRead = watchSessionReads();
  const expectNoViolation = await open({ baseUrl: inject("brokenOrigins").unframeable });
  await untilPhase("opening");
  await untilRead();
  await vi.advanceTimersByTimeAsync(10_000);
  await untilPhase("blocked");
  vi.useRealTimers();
  await expectNoViolation();
  // The frame, which may still wake, stays loaded, out of sight and out of the Tab key's way.
  const frame = dialog().element().querySelector("iframe") as Element;
  expect(frame.checkVisibility({ opacityProperty: true })).toBe(false);
  expect(frame.closest("[inert]")).not.toBeNull();
  expect(frame.getBoundingClientRect().height).toBeGreaterThan(200);
});

describe("by keyboard alone", () => {
  test("Tab moves through the frame and back to Close, never out of the dialog", async () => {
    await open();
    await untilForm("Gmail");
    const names: string[] = [];
    // The emulated page has four stops; twice round shows that none is lost.
    for (let presses = 0; presses < 14; presses += 1) {
      await commands.press(["Tab"]);
      names.push(await commands.focused());
    }
    const closes = names.flatMap((name, index) => (name === "Close" ? [index] : []));
    expect(closes.length).toBeGreaterThanOrEqual(2);
    expect(names.some((name) => name === "Continue to Gmail")).toBe(true);
    expect(names).not.toContain("Connect Gmail");
  });

  test("connects an account, and moves the focus to its new row", async () => {
    render(
      <Product>
        <Button />
        <Accounts />
      </Product>,
    );
    await expect.element(page.getByRole("list")).toHaveAttribute("data-status", "success");
    window.focus();
    await tabTo("Connect Gmail");
    await commands.press(["Enter"]);
    await untilForm("Gmail");
    await tabTo("Continue to Gmail");
    const consent = commands.consent("Allow");
    await commands.press(["Enter"]);
    await consent;
    await expect.element(page.getByRole("listitem")).toHaveFocus();
  });
});

async function tabTo(name: string) {
  for (let presses = 0; presses < 12; presses += 1) {
    if ((await commands.focused()) === name) return;
    await commands.press(["Tab"]);
  }
  expect(await commands.focused()).toBe(name);
}

function Accounts() {
  const { status, connections } = useConnections();
  return (
    <ul data-status={status}>
      {connections.map(({ id, platform }) => (
        <li key={id} data-connection-id={id} tabIndex={-1}>
          {platform}
        </li>
      ))}
    </ul>
  );
}
