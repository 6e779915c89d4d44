/** Attributes that identify an element across reloads. */
const anchors = ["id", "data-connection-id", "data-platform"];

/** Generated ids, which another element may have after a reload. */
const generatedId = /[:«»]|_[rR]_/;

/**
 * Returns a selector that finds the element again after a reload, or `null` in a shadow root or
 * another document.
 */
export function elementSelector(element: Element): string | null {
  if (element.getRootNode() !== document) return null;
  const steps: string[] = [];
  let each: Element | null = element;
  for (; each && each !== document.body; each = each.parentElement) {
    const anchor = anchorOf(each);
    if (anchor !== null) {
      steps.unshift(anchor);
      break;
    }
    steps.unshift(placeOf(each));
  }
  if (each === document.body) steps.unshift("body");
  return steps.join(" > ");
}

function anchorOf(element: Element): string | null {
  for (const name of anchors) {
    const value = element.getAttribute(name);
    if (!value || generatedId.test(value)) continue;
    const selector = `[${name}="${CSS.escape(value)}"]`;
    if (document.querySelectorAll(selector).length === 1) return selector;
  }
  return null;
}

function placeOf(element: Element): string {
  let index = 1;
  let sibling = element.previousElementSibling;
  for (; sibling; sibling = sibling.previousElementSibling) {
    if (sibling.localName === element.localName) index += 1;
  }
  return `${CSS.escape(element.localName)}:nth-of-type(${index})`;
}
