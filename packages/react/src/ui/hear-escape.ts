import { isComposing } from "./is-composing.ts";

/**
 * Hears Escape before any layer of the host, which mostly listens on `document` and would close
 * itself instead. What an input method does with the key is its own.
 *
 * @param isMine Whether it is meant for who asks.
 * @returns Stops it.
 */
export function hearEscape(
  onEscape: () => void,
  isMine: (event: KeyboardEvent) => boolean = () => true,
): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || isComposing(event) || !isMine(event)) return;
    event.stopImmediatePropagation();
    event.preventDefault();
    onEscape();
  };
  window.addEventListener("keydown", onKeyDown, { capture: true });
  return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
}
