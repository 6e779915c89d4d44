import "../../src/styles/index.css";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { commands, page } from "vitest/browser";
import {
  AttentionBanner,
  ConnectChecklist,
  ConnectionsList,
  ConnectorGallery,
  ConnectProvider,
} from "../../src/index.ts";
import { mockConnect } from "../../src/test-setup/index.ts";
import type { Media } from "../media.ts";
import { render } from "../render.tsx";

beforeEach(async () => {
  mockConnect({
    connections: [
      { platform: "gmail", account: "ann@marlow.example" },
      { platform: "slack", name: "Acme", state: "failed" },
    ],
    authKit: "wait",
  });
  render(
    <ConnectProvider viewerKey="ann">
      <AttentionBanner />
      <ConnectChecklist requirements={[{ platform: "gmail" }, { platform: "notion" }]} />
      <ConnectionsList />
      <ConnectorGallery />
    </ConnectProvider>,
  );
  await expect.element(options()).toBeVisible();
  await expect.element(page.getByRole("button", { name: "Connect Stripe" })).toBeVisible();
});

const options = () => page.getByRole("button", { name: "Options for ann@marlow.example" });
const find = (selector: string) => {
  const element = document.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`There is no ${selector}.`);
  return element;
};
const styleOf = (selector: string) => getComputedStyle(find(selector));

async function emulate(media: Media) {
  onTestFinished(() =>
    commands.emulateMedia({ media: null, colorScheme: null, forcedColors: null }),
  );
  await commands.emulateMedia(media);
}

/** A colour as the browser paints it: red, green, blue and alpha, each from 0 to 255. */
function painted(color: string): number[] {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext("2d");
  if (!context) throw new Error("There is no canvas.");
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data];
}

/** A system colour, as the page computes it. */
function systemColor(name: string): string {
  const element = document.createElement("div");
  element.style.color = name;
  document.body.append(element);
  const { color } = getComputedStyle(element);
  element.remove();
  return color;
}

describe("on paper", () => {
  test("a page in dark colours is printed in black on white", async () => {
    await emulate({ colorScheme: "dark", media: "screen" });
    document.documentElement.style.colorScheme = "dark";
    onTestFinished(() => {
      document.documentElement.style.colorScheme = "";
    });
    await emulate({ media: "print" });
    expect(painted(styleOf(".ak-rows").backgroundColor)).toEqual([255, 255, 255, 255]);
    expect(Math.max(...painted(styleOf(".ak-row-name").color).slice(0, 3))).toBeLessThan(60);
  });

  test("every account and its state is there, and nothing that can only be pressed", async () => {
    await options().click();
    await expect.element(page.getByRole("menu")).toBeVisible();
    await emulate({ media: "print" });
    const shown = [...document.querySelectorAll<HTMLElement>(".ak button, .ak input")]
      .filter((control) => control.checkVisibility())
      .map((control) => control.getAttribute("aria-label") ?? control.textContent);
    expect(shown).toEqual([]);
    expect(find("[role=menu]").checkVisibility()).toBe(false);
    for (const text of ["ann@marlow.example", "Acme", "Needs attention", "Stripe"]) {
      await expect.element(page.getByText(text, { exact: true }).first()).toBeVisible();
    }
  });
});

test("all that lies in front of something is opaque, as people with less transparency need it", async () => {
  await options().click();
  await expect.element(page.getByRole("menu")).toBeVisible();
  const isOpaque = (selector: string) => painted(styleOf(selector).backgroundColor)[3] === 255;
  for (const place of ["[role=menu]", ".ak-rows", ".ak-attention-banner", ".ak-card"]) {
    expect([place, isOpaque(place)]).toEqual([place, true]);
  }
  await commands.press(["End", "Enter"]);
  await expect.element(page.getByRole("alertdialog")).toBeVisible();
  expect(isOpaque(".ak-alert-dialog")).toBe(true);
  await page.getByRole("button", { name: "Keep connected" }).click();
  await page.getByRole("button", { name: "Connect Stripe" }).click();
  await expect.element(page.getByRole("dialog")).toBeVisible();
  expect(isOpaque(".ak-connect-dialog")).toBe(true);
});

describe("in forced colours", () => {
  test("icons have the colour of their text, and what needs attention has a border", async () => {
    await emulate({ forcedColors: "active" });
    const text = systemColor("CanvasText");
    for (const state of document.querySelectorAll(".ak-state")) {
      const icon = state.querySelector(".ak-icon");
      expect(icon && getComputedStyle(icon).color).toBe(getComputedStyle(state).color);
    }
    expect(styleOf(".ak-row-name").color).toBe(text);
    const { borderInlineStartWidth } = styleOf('.ak-row[data-state="failed"]');
    expect(borderInlineStartWidth).toBe("4px");
    for (const button of document.querySelectorAll(".ak-button, .ak-icon-button")) {
      expect(getComputedStyle(button).borderTopStyle).toBe("solid");
    }
  });

  test("the focused command of a menu has the colours of a selection, and a ring", async () => {
    await emulate({ forcedColors: "active" });
    find(".ak-row-menu button").focus();
    await commands.press(["Enter"]);
    await expect.element(page.getByRole("menu")).toBeVisible();
    const { backgroundColor, color, outlineStyle } = styleOf(".ak-menu-item:focus");
    expect(backgroundColor).toBe(systemColor("Highlight"));
    expect(color).toBe(systemColor("HighlightText"));
    expect(outlineStyle).toBe("solid");
  });
});
