import { activeElementNear } from "../ui/active-element.ts";

/**
 * The button that an arrow key leads to from the focused one: the next or last card, the one above
 * or below in the grid as it is drawn right now. Tab goes through all of them as ever.
 */
export function getNextCard(cards: Element, key: string): HTMLElement | undefined {
  const buttons = [...cards.querySelectorAll<HTMLElement>(".ak-card > .ak-button")];
  const index = buttons.indexOf(activeElementNear(cards) as HTMLElement);
  if (index === -1) return;
  const forward = getComputedStyle(cards).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
  switch (key) {
    case "ArrowLeft":
    case "ArrowRight":
      return buttons[index + (key === forward ? 1 : -1)];
    case "ArrowDown":
    case "ArrowUp":
      return nearest(buttons, index, key === "ArrowDown" ? 1 : -1);
    case "Home":
      return buttons[0];
    case "End":
      return buttons.at(-1);
  }
}

/** In the next row that way, the button that stands nearest to the same column. */
function nearest(buttons: HTMLElement[], index: number, step: 1 | -1): HTMLElement | undefined {
  const boxes = buttons.map((button) => (button.closest("li") ?? button).getBoundingClientRect());
  const from = boxes[index];
  if (!from) return;
  let best: { button: HTMLElement; down: number; across: number } | undefined;
  buttons.forEach((button, other) => {
    const box = boxes[other];
    const down = box ? (box.top - from.top) * step : 0;
    if (!box || down < 1) return;
    const across = Math.abs(box.left - from.left);
    const isNearer =
      !best || down < best.down - 1 || (down < best.down + 1 && across < best.across);
    if (isNearer) best = { button, down, across };
  });
  return best?.button;
}
