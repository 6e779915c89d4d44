import { describe, expect, onTestFinished, test } from "vitest";
import { layerOrigin } from "./layer-origin.ts";
import { createLayerElement, placeLayer } from "./layer-place.ts";

/** How products space what stands in one element. */
const layouts: Record<string, string> = {
  "a flex row with gap": "#host { display: flex; gap: 12px }",
  "a grid with gap": "#host { display: grid; grid-template-columns: 1fr 1fr; gap: 12px }",
  "Tailwind 4's space-y": ":where(#host > :not(:last-child)) { margin-block-end: 12px }",
  "Tailwind 3's space-y": "#host > :not([hidden]) ~ :not([hidden]) { margin-top: 12px }",
  "a margin between": "#host > * + * { margin-top: 12px }",
  "no margin at the end": "#host > * { margin-bottom: 12px } #host > :last-child { margin: 0 }",
  "no margin at the start": "#host > * { margin-top: 12px } #host > :first-child { margin: 0 }",
};
const buttons = ["<button>One</button>", "<button>Two</button>", "<button>Three</button>"];
const positions: [string, string, number][] = [
  ["first of three", buttons.join(""), 0],
  ["second of three", buttons.join(""), 1],
  ["last of three", buttons.join(""), 2],
  ["the only one", buttons.slice(0, 1).join(""), 0],
];

function show(css: string, markup: string): HTMLElement {
  const box = document.createElement("div");
  box.innerHTML = `<style>button { display: block } ${css}</style><div id="host" style="border: 1px solid">${markup}</div>`;
  document.body.append(box);
  onTestFinished(() => box.remove());
  return box.querySelector("#host") as HTMLElement;
}

function openIn(layer: HTMLElement): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.textContent = "Ours";
  layer.append(dialog);
  dialog.showModal();
  return dialog;
}

describe.for(Object.entries(layouts))("with %s", ([, css]) => {
  test.for(positions)("moves nothing when a layer opens beside %s", ([, markup, index]) => {
    const host = show(css, markup);
    const all = [host, ...host.children];
    const boxes = () => all.map((element) => JSON.stringify(element.getBoundingClientRect()));
    const before = boxes();
    const layer = createLayerElement();
    placeLayer(layer, layerOrigin(host.children[index] ?? null), null);
    openIn(layer);
    expect(layer.parentElement).toBe(host);
    expect(boxes()).toEqual(before);
  });
});

test("puts a component's layer at the component's end", () => {
  const host = show("", "<div><span><button>One</button></span></div>");
  const container = host.querySelector("span") as HTMLElement;
  const layer = createLayerElement();
  placeLayer(layer, layerOrigin(container.querySelector("button"), container), null);
  expect(container.lastElementChild).toBe(layer);
});

test.for(["a", "label", "summary", "fieldset disabled"])(
  "puts no layer into <%s>, which would act on its presses or disable its buttons",
  (tag) => {
    const [name] = tag.split(" ");
    const host = show("", `<${tag}><span><button>One</button></span></${name}>`);
    const container = host.querySelector("span") as HTMLElement;
    const layer = createLayerElement();
    placeLayer(layer, layerOrigin(container.querySelector("button"), container), null);
    expect(layer.parentElement).toBe(host);
  },
);

test("keeps the host's styles of text and pointer out of a layer", () => {
  const host = show(
    "#host { text-transform: uppercase; white-space: nowrap; pointer-events: none; visibility: hidden; font-weight: 900; user-select: none }",
    "<button>One</button>",
  );
  const layer = createLayerElement();
  placeLayer(layer, layerOrigin(host.firstElementChild), null);
  const style = getComputedStyle(openIn(layer));
  expect(style.textTransform).toBe("none");
  expect(style.whiteSpace).toBe("normal");
  expect(style.pointerEvents).toBe("auto");
  expect(style.visibility).toBe("visible");
  expect(style.fontWeight).toBe("400");
  expect(style.userSelect).toBe("text");
});
