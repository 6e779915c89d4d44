import { expect, onTestFinished, test } from "vitest";
import { render } from "../render.tsx";
import { stories, withFewCards } from "../stories.tsx";
import { waitFor } from "../wait.ts";

const page = document.documentElement;

function setRoot(fontSize: string, tokens: Record<string, string> = {}) {
  page.style.fontSize = fontSize;
  for (const [name, value] of Object.entries(tokens)) page.style.setProperty(name, value);
}

async function renderAll() {
  await import("../../src/account-actions/account-actions.ts");
  const shown = render(
    <main>
      {stories.map(({ name, element }) => (
        <section key={name} data-story={name}>
          {withFewCards(element)}
        </section>
      ))}
    </main>,
  );
  await waitFor(() =>
    expect(shown.element.querySelectorAll("section .ak").length).toBeGreaterThan(
      stories.length / 2,
    ),
  );
  const column = shown.element.querySelector("main") as HTMLElement;
  await untilStill(column);
  return column;
}

/** Until what watches its own size has followed a change of it, and nothing moves. */
async function untilDrawn() {
  await new Promise<void>((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
  );
  for (const animation of document.getAnimations()) {
    // What turns for ever is held where it began.
    if (animation.effect?.getComputedTiming().endTime === Infinity) animation.cancel();
    else animation.finish();
  }
}

/** Until code that comes after the first paint has added what it adds. */
async function untilStill(column: HTMLElement) {
  const count = () => column.querySelectorAll("*").length;
  for (let before = -1; before !== count(); ) {
    before = count();
    await untilDrawn();
  }
}

/** Size of every element of the kit, and where it stands in its story. */
function boxesIn(place: Element) {
  return [...place.querySelectorAll("section")].flatMap((section) => {
    const origin = section.getBoundingClientRect();
    return [...section.querySelectorAll(".ak, .ak *")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      // Neither what is not shown nor what is in the top layer stands in its story.
      const isPlaced = element.getClientRects().length > 0 && element.closest("dialog") === null;
      return {
        name: `${section.dataset.story}: ${element.localName}.${element.getAttribute("class")}`,
        box: [isPlaced ? x - origin.x : 0, isPlaced ? y - origin.y : 0, width, height],
      };
    });
  });
}

test("three tokens give a root of 62.5 % the sizes of a usual one, in wide and narrow columns", async () => {
  onTestFinished(() => page.removeAttribute("style"));
  const column = await renderAll();
  for (const width of ["900px", "560px", "320px"]) {
    column.style.inlineSize = width;
    page.removeAttribute("style");
    await untilDrawn();
    const expected = boxesIn(column);
    setRoot("62.5%", { "--ak-text": "1.4rem", "--ak-unit": "0.4rem", "--ak-radius": "0.8rem" });
    await untilDrawn();
    const boxes = boxesIn(column);
    expect(boxes.length).toBe(expected.length);
    const off = boxes.filter(({ box }, index) =>
      box.some((value, side) => Math.abs(value - (expected[index]?.box[side] ?? 0)) > 1),
    );
    expect(off.map(({ name, box }) => `${width}, ${name}: ${box}`)).toEqual([]);
  }
});

test("every target has 24 px in a root of 62.5 %, without any token", async () => {
  onTestFinished(() => page.removeAttribute("style"));
  setRoot("62.5%");
  const column = await renderAll();
  column.style.inlineSize = "900px";
  await untilDrawn();
  const small = [...column.querySelectorAll(".ak :is(button, input, [role=option])")]
    .map((element) => {
      // What is pressed reaches as far as the label, or the invisible area over the element.
      const after = getComputedStyle(element, "::after");
      const { width, height } = (element.closest("label") ?? element).getBoundingClientRect();
      const reach = (side: string, drawn: number) =>
        Math.max(drawn, after.content === "none" ? 0 : Number.parseFloat(side) || 0);
      return {
        name: element.className,
        width: reach(after.inlineSize, width),
        height: reach(after.blockSize, height),
      };
    })
    .filter(({ width, height }) => width > 0 && Math.min(width, height) < 23.99);
  expect(small).toEqual([]);
});
