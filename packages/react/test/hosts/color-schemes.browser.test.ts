import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { commands, server } from "vitest/browser";

/** Those of `minified-styles.ts`, which only Node can load. */
const minifiers = [
  "Lightning CSS as Vite 8 calls it",
  "Lightning CSS as Next 16 calls it",
  "Lightning CSS for Chrome 80",
  "esbuild as Vite 5 to 7 call it",
  "cssnano as webpack calls it",
];

type Scheme = "light" | "dark";
type Color = [red: number, green: number, blue: number, alpha: number];

/** What stands in the markup below, and how its background should compute. */
const backgrounds: Record<string, Record<Scheme, Color>> = {
  ".ak-alert-dialog": { light: [255, 255, 255, 255], dark: [33, 33, 36, 255] },
  ".ak-menu": { light: [255, 255, 255, 255], dark: [33, 33, 36, 255] },
  ".ak-input": { light: [255, 255, 255, 255], dark: [25, 25, 28, 255] },
  ".ak-card": { light: [255, 255, 255, 255], dark: [25, 25, 28, 255] },
  ".ak-button": { light: [28, 28, 32, 255], dark: [237, 237, 240, 255] },
  ".ak-logo": { light: [255, 255, 255, 255], dark: [241, 241, 243, 255] },
};
const backdrop: Record<Scheme, Color> = { light: [0, 0, 0, 56], dark: [0, 0, 0, 153] };

const markup = `
  <dialog class="ak ak-alert-dialog" open>
    <button type="button" class="ak-button" data-variant="solid">Connect</button>
    <span class="ak-logo"></span>
    <input class="ak-input">
    <div class="ak-card"></div>
    <div class="ak-popover ak-menu"></div>
  </dialog>`;

/** Any computed colour as bytes, whatever space it is written in. */
function bytesOf(color: string): Color {
  const context = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("There is no canvas.");
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  return [...context.getImageData(0, 0, 1, 1).data] as Color;
}

const distance = (one: Color, other: Color) =>
  Math.max(...one.map((channel, index) => Math.abs(channel - (other[index] ?? 0))));

function expectScheme(place: Element, scheme: Scheme) {
  // A button's colours change in 120 ms: here at once.
  for (const animation of place.getAnimations({ subtree: true })) animation.finish();
  const off = Object.entries(backgrounds).flatMap(([selector, expected]) => {
    const element = place.querySelector(selector);
    if (!element) throw new Error(`There is no ${selector}.`);
    const color = bytesOf(getComputedStyle(element).backgroundColor);
    return distance(color, expected[scheme]) <= 1 ? [] : [`${selector}: ${color}`];
  });
  const dialog = place.querySelector(".ak-alert-dialog");
  if (!dialog) throw new Error("There is no dialog.");
  const behind = bytesOf(getComputedStyle(dialog, "::backdrop").backgroundColor);
  if (distance(behind, backdrop[scheme]) > 1) off.push(`::backdrop: ${behind}`);
  expect(off).toEqual([]);
}

/** The markup in a page of its own kind, which the test leaves as it was. */
function place(html: string): Element {
  const element = document.createElement("section");
  element.innerHTML = html;
  document.body.append(element);
  onTestFinished(() => element.remove());
  return element;
}

const root = document.documentElement;

describe.for(minifiers)("after %s, the kit", (minifier) => {
  const style = document.createElement("style");
  beforeAll(async () => {
    // The page has the kit's styles as they are written: they would stand in for what is lost here.
    for (const sheet of document.styleSheets) sheet.disabled = true;
    style.textContent = await commands.minifiedStyles(minifier);
    document.head.append(style);
  });
  afterAll(() => {
    style.remove();
    for (const sheet of document.styleSheets) sheet.disabled = false;
  });

  test("is light in a page that says nothing of its scheme", () => {
    expectScheme(place(markup), "light");
  });

  test("is dark in a page whose meta element says so", () => {
    const meta = document.createElement("meta");
    meta.name = "color-scheme";
    meta.content = "dark";
    document.head.append(meta);
    onTestFinished(() => meta.remove());
    expectScheme(place(markup), "dark");
  });

  test("is dark in a page whose root has an inline color-scheme", () => {
    root.style.colorScheme = "dark";
    onTestFinished(() => root.removeAttribute("style"));
    expectScheme(place(markup), "dark");
  });

  test("follows the color-scheme of the nearest element", () => {
    const dark = place(`<div style="color-scheme: dark">${markup}</div>`);
    expectScheme(dark, "dark");
    const light = place(
      `<div style="color-scheme: dark"><div style="color-scheme: light">${markup}</div></div>`,
    );
    expectScheme(light, "light");
    const inside = place(markup);
    const input = inside.querySelector<HTMLElement>(".ak-input");
    input?.style.setProperty("color-scheme", "dark");
    expect(bytesOf(getComputedStyle(input as Element).backgroundColor)).toEqual([25, 25, 28, 255]);
  });

  test.runIf(server.browser === "chromium")("follows the system where the page does", async () => {
    await commands.emulateMedia({ colorScheme: "dark" });
    onTestFinished(() => commands.emulateMedia({ colorScheme: null }));
    const shown = place(markup);
    expectScheme(shown, "light");
    root.style.colorScheme = "light dark";
    onTestFinished(() => root.removeAttribute("style"));
    expectScheme(shown, "dark");
  });

  test("follows a class of the host by dark.css", () => {
    expectScheme(place(`<div class="dark">${markup}</div>`), "dark");
    expectScheme(place(`<div data-theme="dark">${markup}</div>`), "dark");
  });

  test("follows the provider's theme before dark.css", () => {
    const themed = (theme: Scheme) => markup.replace(" open", ` open data-ak-theme="${theme}"`);
    expectScheme(place(themed("dark")), "dark");
    expectScheme(place(`<div class="dark">${themed("light")}</div>`), "light");
  });

  test("takes a theme, and a host's own plain colours for each scheme", () => {
    const bold = (scheme: Scheme) =>
      place(`<div class="ak-theme-bold" style="color-scheme: ${scheme}">${markup}</div>`);
    const colorOf = (shown: Element, selector: string) =>
      bytesOf(getComputedStyle(shown.querySelector(selector) as Element).backgroundColor);
    expect(colorOf(bold("light"), ".ak-card")).toEqual([255, 253, 246, 255]);
    expect(colorOf(bold("dark"), ".ak-card")).toEqual([20, 33, 27, 255]);
    const own = place(`<div style="--ak-bg: #102030; --ak-fg: #f0f0f0">${markup}</div>`);
    expect(colorOf(own, ".ak-card")).toEqual([16, 32, 48, 255]);
    expect(colorOf(own, ".ak-button")).toEqual([240, 240, 240, 255]);
  });

  test("mirrors by the dir attribute, in a page of any language", () => {
    const arrow = `<span class="ak"><svg class="ak-icon" data-mirror></svg></span>`;
    const scaleIn = (html: string) =>
      getComputedStyle(place(html).querySelector("svg") as Element).scale;
    expect(scaleIn(arrow)).toBe("none");
    expect(scaleIn(`<div dir="rtl">${arrow}</div>`)).toBe("-1 1");
    expect(scaleIn(`<div dir="ltr"><div dir="rtl">${arrow}</div></div>`)).toBe("-1 1");
    expect(scaleIn(`<div dir="rtl"><div dir="ltr">${arrow}</div></div>`)).toBe("none");
  });
});
