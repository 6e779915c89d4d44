import { ownerWindow } from "./active-element.ts";
import { isComposing } from "./is-composing.ts";

/**
 * Handles Escape before any layer of the host. Those listen on `document`, and would close themselves
 * instead, whichever library or copy of a library they are from. Keys of an input method are left
 * alone.
 *
 * @param element The listener is added to this element's window.
 * @param isMine Whether a key press is meant for the caller.
 * @returns Removes the listener.
 */
export function onEscapeKeydown(
  element: Element | null,
  onEscape: () => void,
  isMine: (event: KeyboardEvent) => boolean = () => true,
): () => void {
  const view = ownerWindow(element);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || isComposing(event) || !isMine(event)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    onEscape();
  };
  view.addEventListener("keydown", onKeyDown, { capture: true });
  return () => view.removeEventListener("keydown", onKeyDown, { capture: true });
}
