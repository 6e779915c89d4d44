/**
 * The element that has the focus in the document or shadow root that `element` stands in. From
 * outside a shadow root, `document.activeElement` only tells its host.
 */
export function activeElementNear(element: Node | null | undefined): Element | null {
  const root = element?.getRootNode() as Partial<DocumentOrShadowRoot> | undefined;
  return root?.activeElement ?? null;
}

/** Whether no element of its document has the focus, as after the focused one was removed. */
export function isFocusLost({ ownerDocument }: Element): boolean {
  const { activeElement, body } = ownerDocument;
  return activeElement === null || activeElement === body;
}

/** The `window` that an element is shown in: a frame's or a popup's, where it was portaled there. */
export const ownerWindow = (element: Element | null | undefined): Window & typeof globalThis =>
  element?.ownerDocument.defaultView ?? window;

/** Moves the focus, in whatever document the element stands. */
export function focusElement(element: Element | null | undefined): void {
  (element as Partial<HTMLOrSVGElement> | null | undefined)?.focus?.();
}
