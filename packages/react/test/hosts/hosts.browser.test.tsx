import { afterAll, beforeAll, expect, test } from "vitest";
import { commands } from "vitest/browser";
import { render } from "../render.tsx";
import { stories, withFewCards } from "../stories.tsx";
import { waitFor } from "../wait.ts";

const hosts = ["a reset of everything", "Bootstrap 5", "Tailwind CSS 3", "Tailwind CSS 4"];

const hostMarkup = `
  <div id="host">
    <h1>Title</h1><h2>Subtitle</h2><p>Text with a <a href="#there">link</a> and <code>code</code>.</p>
    <ul><li>One</li><li>Two</li></ul>
    <button type="button">Press</button> <input value="text"> <select><option>A</option></select>
    <div class="grid grid-cols-2 md:grid-cols-4 p-4 rounded shadow border"><span>a</span></div>
    <table><tbody><tr><td>cell</td></tr></tbody></table>
  </div>`;

/**
 * What a host could change, or the kit could. The font is the host's by design; `appearance` means
 * nothing on a button that has a background and a border of its own.
 */
const properties = [
  "display",
  "position",
  "box-sizing",
  "margin",
  "padding",
  "border-width",
  "border-style",
  "border-color",
  "border-radius",
  "background-color",
  "background-image",
  "box-shadow",
  "color",
  "font-size",
  "font-weight",
  "font-style",
  "line-height",
  "text-align",
  "text-transform",
  "text-decoration-line",
  "list-style-type",
  "grid-template-columns",
  "gap",
  "translate",
  "cursor",
  "opacity",
];

let kit = "";
let sheets: Record<string, string> = {};
/** Every state of every component, as markup. */
let kitMarkup = "";
/** The kit on a page that has no styles of its own. */
let alone: Document;
const frames: HTMLIFrameElement[] = [];

beforeAll(async () => {
  const read = await commands.styleSheets();
  kit = read.kit;
  sheets = read.hosts;
  const views = stories.filter(({ name }) => !name.includes("dialog"));
  const shown = render(
    views.map(({ name, element }) => <div key={name}>{withFewCards(element)}</div>),
  );
  await waitFor(() => expect(shown.element.querySelector(".ak-card")).not.toBeNull());
  kitMarkup = shown.element.innerHTML.replaceAll("<img ", '<img loading="eager" ');
  shown.unmount();
  alone = await pageOf([kit], kitMarkup);
});
afterAll(() => {
  for (const frame of frames) frame.remove();
});

async function pageOf(styles: string[], markup: string): Promise<Document> {
  const frame = document.createElement("iframe");
  // Not for the pointer, which an earlier file may have left where a button now stands.
  frame.style.cssText = "width: 1000px; height: 800px; color-scheme: light; pointer-events: none";
  const tags = styles.map((style) => `<style>${style}</style>`).join("");
  frame.srcdoc = `<!doctype html><html><head>${tags}<style>*, ::before { transition: none !important; animation: none !important }</style></head><body>${markup}</body></html>`;
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve));
  document.body.append(frame);
  frames.push(frame);
  await loaded;
  if (!frame.contentDocument) throw new Error("The frame has no document.");
  return frame.contentDocument;
}

/** One line per element that computes differently. */
function differences(one: Document, other: Document, selector: string): string[] {
  const others = [...other.querySelectorAll(selector)];
  return [...one.querySelectorAll(selector)].flatMap((element, index) => {
    const twin = others[index];
    const a = one.defaultView?.getComputedStyle(element);
    const b = twin && other.defaultView?.getComputedStyle(twin);
    if (!a || !b) return [`${element.className}: missing`];
    const hasNoBorder = [a, b].every((style) => style.borderWidth === "0px");
    return properties
      .filter((name) => a.getPropertyValue(name) !== b.getPropertyValue(name))
      .filter((name) => !(hasNoBorder && name.startsWith("border-")))
      .map(
        (name) =>
          `${element.tagName}.${element.getAttribute("class")} ${name}: ` +
          `${a.getPropertyValue(name)} → ${b.getPropertyValue(name)}`,
      );
  });
}

const unique = (lines: string[]) => [...new Set(lines)];

// Its own styles come after ours, where they have the last word: the worse of the two orders.
test.for(hosts)("%s changes nothing of the kit", async (host) => {
  const there = await pageOf([kit, sheets[host] ?? ""], kitMarkup);
  // Tracks and automatic margins follow the host's font, which is wider or narrower.
  const found = differences(alone, there, ".ak, .ak [class^='ak-']").filter(
    (line) => !/grid-template-columns|(ak-count|ak-state) margin/.test(line),
  );
  expect(unique(found)).toEqual([]);
});

test("a host that reverts every element hides the icons, unless it leaves out what is in an SVG", async () => {
  const hasShapes = async (rule: string) => {
    const page = await pageOf([kit, rule], kitMarkup);
    const shapes = [...page.querySelectorAll(".ak-icon path")].map((path) =>
      page.defaultView?.getComputedStyle(path).getPropertyValue("d"),
    );
    return new Set(shapes.map((shape) => shape !== "none"));
  };
  expect(await hasShapes("* { all: revert }")).toEqual(new Set([false]));
  expect(await hasShapes("*:not(svg *) { all: revert }")).toEqual(new Set([true]));
});

test("a host whose buttons are as wide as what is around them leaves the banners as they are", async () => {
  const there = await pageOf([kit, "button { width: 100% }"], kitMarkup);
  const sizes = (page: Document) =>
    [...page.querySelectorAll<HTMLElement>(".ak-banner, .ak-banner > :not(svg)")].map(
      ({ className, offsetWidth, offsetHeight }) =>
        `${className}: ${offsetWidth} × ${offsetHeight}`,
    );
  expect(sizes(alone)).not.toEqual([]);
  expect(sizes(there)).toEqual(sizes(alone));
});

// Ours come last, where they would have the last word.
test.for(["a bare page", ...hosts])("the kit changes nothing of %s", async (host) => {
  const own = sheets[host] ?? "";
  const without = await pageOf([own], hostMarkup);
  const withKit = await pageOf([own, kit], hostMarkup + kitMarkup);
  expect(differences(without, withKit, "#host, #host *")).toEqual([]);
  const background = (page: Document) =>
    page.defaultView?.getComputedStyle(page.body).backgroundColor;
  expect(background(withKit)).toBe(background(without));
});
