import "../../src/styles/index.css";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";

const long = "Quarterly revenue forecasts of the northern European subsidiaries";
const short = "Gmail";

/** Where the kit shows a name, each around the element that holds the text. */
const places: Record<string, (name: string) => string> = {
  "a card's name": (name) =>
    `<li class="ak-card"><p class="ak-card-name"><bdi>${name}</bdi></p></li>`,
  "a card's category": (name) =>
    `<li class="ak-card"><p class="ak-card-category"><bdi>${name}</bdi></p></li>`,
  "a card's description": (name) =>
    `<li class="ak-card"><p class="ak-card-description"><bdi>${name}</bdi></p></li>`,
  "a row's name": (name) => `<p class="ak-row-name"><bdi>${name}</bdi></p>`,
  "a row's platform": (name) =>
    `<p class="ak-row-platform"><bdi>${name}</bdi> · <time class="ak-row-date">3. 3. 2026</time></p>`,
  "an option": (name) =>
    `<div class="ak-option"><span class="ak-option-name"><bdi>${name}</bdi></span><span class="ak-count">15</span></div>`,
  "a menu's account": (name) => `<button class="ak-menu-item"><bdi>${name}</bdi></button>`,
  "the connect dialog's title": (name) => `<h2 class="ak-connect-title">חיבור ${name}</h2>`,
  "a row of what was disconnected": (name) =>
    `<p class="ak-row-removed">החשבון <bdi>${name}</bdi> נותק</p>`,
};

beforeEach(() => {
  document.documentElement.dir = "rtl";
  onTestFinished(() => document.documentElement.removeAttribute("dir"));
});

function show(html: string): HTMLElement {
  const element = document.createElement("div");
  element.className = "ak";
  element.style.cssText = "inline-size: 200px; margin-inline: auto";
  element.innerHTML = html;
  document.body.append(element);
  onTestFinished(() => element.remove());
  return element;
}

/** The text node that holds a name, and the box of some of its characters. */
function boxOf(shown: Element, name: string, from: number, to: number): DOMRect {
  const texts = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const start = node.textContent?.indexOf(name) ?? -1;
    if (start < 0) continue;
    const range = document.createRange();
    range.setStart(node, start + from);
    range.setEnd(node, start + to);
    return range.getBoundingClientRect();
  }
  throw new Error(`${name} is not shown.`);
}

describe.for(Object.entries(places))("in a page from right to left, %s", ([, html]) => {
  test("keeps the beginning of a long name that is written from left to right", () => {
    const shown = show(html(long));
    const beginning = boxOf(shown, long, 0, 5);
    const column = shown.getBoundingClientRect();
    expect(beginning.left).toBeGreaterThanOrEqual(column.left);
    expect(beginning.right).toBeLessThanOrEqual(column.right);
    expect(shown.scrollWidth).toBeLessThanOrEqual(shown.clientWidth);
  });

  test("stands at the right edge as other text does", () => {
    const other = show(html("דואר"));
    const shown = show(html(short));
    const room = (element: Element, name: string) =>
      element.getBoundingClientRect().right - boxOf(element, name, 0, name.length).right;
    expect(Math.abs(room(shown, short) - room(other, "דואר"))).toBeLessThanOrEqual(1);
  });
});
