/** Where a button is drawn. */
export type ButtonBox = Pick<DOMRect, "top" | "bottom" | "left" | "right">;

/**
 * The button that an arrow key leads to from the focused one, in the grid as it is drawn right now:
 * the next or last one, or the one above or below. Tab reaches all of them as well.
 *
 * @param current Index of the focused button among `boxes`.
 * @returns An index among `boxes`, or `undefined` where the key leads nowhere.
 */
export function getNextCard(
  key: string,
  current: number,
  boxes: readonly ButtonBox[],
  isRtl: boolean,
): number | undefined {
  const next = (() => {
    switch (key) {
      case "ArrowLeft":
        return current + (isRtl ? 1 : -1);
      case "ArrowRight":
        return current + (isRtl ? -1 : 1);
      case "ArrowDown":
        return getNearest(current, boxes, 1);
      case "ArrowUp":
        return getNearest(current, boxes, -1);
      case "Home":
        return 0;
      case "End":
        return boxes.length - 1;
    }
  })();
  return next !== undefined && next in boxes ? next : undefined;
}

const centerX = ({ left, right }: ButtonBox) => (left + right) / 2;
const centerY = ({ top, bottom }: ButtonBox) => (top + bottom) / 2;

/** In the next row that way, the button that stands nearest to the same column. */
function getNearest(
  current: number,
  boxes: readonly ButtonBox[],
  step: 1 | -1,
): number | undefined {
  const from = boxes[current];
  if (!from) return;
  const height = from.bottom - from.top;
  const candidates = boxes
    .map((box, index) => ({
      index,
      down: (centerY(box) - centerY(from)) * step,
      across: Math.abs(centerX(box) - centerX(from)),
    }))
    // What overlaps by more than half of a button is in the same row.
    .filter(({ down }) => down > height / 2);
  const rowDistance = Math.min(...candidates.map(({ down }) => down));
  return candidates
    .filter(({ down }) => down - rowDistance < height / 2)
    .sort((a, b) => a.across - b.across)[0]?.index;
}
