/** Attributes that name one element on a page, also after the page was loaded anew. */
const anchors = ["id", "data-connection-id", "data-platform"];

/** Ids that React and component libraries count up: after a reload another element may have them. */
const generatedId = /[:«»]|_[rR]_/;

/**
 * A selector that finds the element on the same page loaded anew, or `null` where none can: in a
 * shadow root, or in another document.
 */
export function elementPath(element: Element): string | null {
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
