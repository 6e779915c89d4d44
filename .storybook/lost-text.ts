/** How far a text may reach out before a person would see it, in px. */
const tolerance = 1.5;
const controls = "a[href], button, input, [role=menuitem], [role=option]";
const layers = ":popover-open, dialog[open]";

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Something that has to be seen, and where it stands. */
interface Thing {
  says: string;
  element: Element;
  boxes: Box[];
}

function isSeen(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  // What only screen readers are told is clipped to nothing.
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (getComputedStyle(at).clipPath === "inset(50%)") return false;
  }
  return true;
}

function textsOf(root: Element): Thing[] {
  const found: Thing[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    const { parentElement: element } = text;
    if (!element || text.data.trim() === "" || !isSeen(element)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    found.push({ says: text.data.trim(), element, boxes: [...range.getClientRects()] });
  }
  return found;
}

const controlsOf = (root: Element): Thing[] =>
  [...root.querySelectorAll(controls)].filter(isSeen).map((element) => ({
    says: element.getAttribute("aria-label") ?? element.textContent ?? "",
    element,
    boxes: [element.getBoundingClientRect()],
  }));

const reachesOut = (inner: Box, outer: Box) =>
  inner.left < outer.left - tolerance ||
  inner.right > outer.right + tolerance ||
  inner.top < outer.top - tolerance ||
  inner.bottom > outer.bottom + tolerance;

const overlap = (one: Box, other: Box) =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > tolerance &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > tolerance;

/** Whether an ancestor cuts it off. What scrolls can be scrolled to. */
function isCut({ element, boxes }: Thing): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(at);
    if (/auto|scroll/.test(`${overflowX} ${overflowY}`)) return false;
    if (overflowX === "visible" && overflowY === "visible") continue;
    const clip = at.getBoundingClientRect();
    if (boxes.some((box) => reachesOut(box, clip))) return true;
  }
  return false;
}

/** Whether the whole of a text can be read elsewhere, as of a name that is cut on purpose. */
const isInTitle = ({ says, element }: Thing) =>
  element.closest("[title]")?.getAttribute("title")?.includes(says) ?? false;

/**
 * The kit's texts and controls that are cut off, reach out of their control, or stand on others.
 */
export function lostTexts(): string[] {
  const lost = new Set<string>();
  const roots = [...document.querySelectorAll(".ak")].filter(
    (root) => !root.parentElement?.closest(".ak"),
  );
  for (const root of roots) {
    const texts = textsOf(root);
    const pressed = controlsOf(root);
    for (const text of texts) {
      if (isCut(text)) {
        if (!isInTitle(text)) lost.add(`“${text.says}” is cut`);
        continue;
      }
      const control = text.element.closest(controls)?.getBoundingClientRect();
      if (control && text.boxes.some((box) => reachesOut(box, control))) {
        lost.add(`“${text.says}” reaches out of its control`);
      }
    }
    for (const control of pressed) {
      if (isCut(control)) lost.add(`The control “${control.says}” is cut`);
    }
    const whole = [...texts.filter((text) => !isCut(text)), ...pressed];
    for (const [index, one] of whole.entries()) {
      for (const other of whole.slice(index + 1)) {
        const isWithin = one.element.contains(other.element) || other.element.contains(one.element);
        if (isWithin || one.element.closest(layers) !== other.element.closest(layers)) continue;
        // A field keeps its text clear of the button at its end.
        if (one.element.closest(".ak-field:has(> button)")?.contains(other.element)) continue;
        if (one.boxes.some((box) => other.boxes.some((place) => overlap(box, place)))) {
          lost.add(`“${one.says}” and “${other.says}” overlap`);
        }
      }
    }
  }
  return [...lost];
}
