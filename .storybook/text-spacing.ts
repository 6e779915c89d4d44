/** What WCAG 2.2 asks for in 1.4.12, as a reader's own stylesheet sets it. */
const spacing = `* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }`;

/** What has a visible edge, which its text must not cross. */
const boxes =
  ".ak-button, .ak-badge, .ak-card, .ak-row, .ak-check-row, .ak-banner, .ak-notice, " +
  ".ak-menu-item, .ak-option, .ak-alert-dialog, .ak-connect-dialog";

interface ShownText {
  text: string;
  element: Element;
  box: DOMRect;
}

/** Every line of text that can be seen. */
function shownTexts(): ShownText[] {
  const texts: ShownText[] = [];
  for (const root of document.querySelectorAll(".ak")) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim();
      if (!element || !text || element.closest(".ak-unseen, style")) continue;
      // A root may stand in another: its texts come with that one.
      if (element.closest(".ak") !== root) continue;
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width > 1) texts.push({ text, element, box });
      }
    }
  }
  return texts;
}

const clipsText = (element: Element) =>
  /hidden|clip/.test(getComputedStyle(element).overflowX) &&
  (element.scrollWidth > element.clientWidth + 1 ||
    element.scrollHeight > element.clientHeight + 1);

/** A name that is cut on purpose is whole in a title. */
const hasTitle = (element: Element) =>
  element.closest("[title]") !== null || element.querySelector("[title]") !== null;

const isVisuallyHidden = (element: Element) => getComputedStyle(element).clipPath !== "none";

/** Texts that are cut, that cross the edge of their box, or that lie on other texts. */
function brokenTexts(): Set<string> {
  const texts = shownTexts();
  const broken = new Set<string>();
  for (const element of document.querySelectorAll(".ak, .ak *")) {
    if (isVisuallyHidden(element) || !element.checkVisibility({ visibilityProperty: true }))
      continue;
    if (element.textContent && clipsText(element) && !hasTitle(element)) {
      broken.add(`${element.className} cuts “${element.textContent}”`);
    }
  }
  for (const { text, element, box } of texts) {
    if (isVisuallyHidden(element)) continue;
    const edge = element.closest(boxes);
    if (!edge) continue;
    const { left, right, top, bottom } = edge.getBoundingClientRect();
    const scrolls = edge.scrollHeight > edge.clientHeight + 1;
    const isInside =
      box.left >= left - 1 &&
      box.right <= right + 1 &&
      (scrolls || (box.top >= top - 1 && box.bottom <= bottom + 1));
    // What is cut by an ellipsis has been looked at above.
    const isCut = element.closest("bdi, .ak-state-text, .ak-row-added") !== null;
    if (!isInside && !isCut) broken.add(`“${text}” crosses the edge of ${edge.className}`);
  }
  texts.forEach((one, index) => {
    for (const other of texts.slice(index + 1)) {
      const isOver =
        Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left) > 2 &&
        Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top) > 6;
      if (isOver && one.element !== other.element)
        broken.add(`“${one.text}” lies on “${other.text}”`);
    }
  });
  return broken;
}

/** What is cut or overlaps only once a reader spaces text as WCAG 1.4.12 lets them. */
export function brokenBySpacing(): string[] {
  const before = brokenTexts();
  const style = document.createElement("style");
  style.textContent = spacing;
  document.head.append(style);
  const after = brokenTexts();
  style.remove();
  return [...after].filter((what) => !before.has(what));
}

/** Side in pixels that WCAG 2.5.8 asks of a target, without its exceptions. */
const leastTarget = 24;

/** Buttons and fields that are smaller, the hit areas that reach out of them included. */
export function smallTargets(): string[] {
  const targets = document.querySelectorAll<HTMLElement>(
    ".ak :is(button, a, input, [role=option], [tabindex='0']):not(.ak-focus-guard)",
  );
  return [...targets]
    .filter((target) => target.checkVisibility({ visibilityProperty: true }))
    .flatMap((target) => {
      const own = target.getBoundingClientRect();
      const area = getComputedStyle(target, "::after");
      const reach = (side: "width" | "height") =>
        area.position === "absolute" ? Number.parseFloat(area[side]) || 0 : 0;
      const width = Math.max(own.width, reach("width"));
      const height = Math.max(own.height, reach("height"));
      if (width > leastTarget - 0.5 && height > leastTarget - 0.5) return [];
      return [`${target.className} “${target.textContent}”: ${width} × ${height} px`];
    });
}
