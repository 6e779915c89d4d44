import { viewOf } from "./active-element.ts";
import { isComposing } from "./is-composing.ts";

/**
 * Hears Escape before any layer of the host, which mostly listens on `document` and would close
 * itself instead. What an input method does with the key is its own.
 *
 * @param element What it is heard for: the key is pressed in this element's window.
 * @param isMine Whether it is meant for who asks.
 * @returns Stops it.
 */
export function onEscapeKeydown(
  element: Element | null,
  onEscape: () => void,
  isMine: (event: KeyboardEvent) => boolean = () => true,
): () => void {
  const view = viewOf(element);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || isComposing(event) || !isMine(event)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    onEscape();
  };
  view.addEventListener("keydown", onKeyDown, { capture: true });
  return () => view.removeEventListener("keydown", onKeyDown, { capture: true });
}
