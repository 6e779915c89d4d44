/**
 * Keeps the page behind a modal dialog where it is, while the wheel or a finger moves on the dialog or
 * its backdrop. The host's `<body>` is not touched: without its scrollbar the page would shift, and
 * a host that locks it too would be left locked. What scrolls inside of the dialog still does.
 *
 * @returns Lets the page scroll again.
 */
export function keepPageStill(dialog: HTMLElement): () => void {
  function onMove(event: WheelEvent | TouchEvent) {
    // Those zoom.
    const isZoom = "touches" in event ? event.touches.length > 1 : event.ctrlKey;
    if (isZoom || !event.cancelable) return;
    const path = event.composedPath();
    const inside = path.slice(0, path.indexOf(dialog) + 1) as Element[];
    if (!inside.some(canScroll)) event.preventDefault();
  }
  // React's own listeners are passive: they cannot prevent it.
  dialog.addEventListener("wheel", onMove, { passive: false });
  dialog.addEventListener("touchmove", onMove, { passive: false });
  return () => {
    dialog.removeEventListener("wheel", onMove);
    dialog.removeEventListener("touchmove", onMove);
  };
}

/** Text fields scroll by themselves, e.g. as their text is selected. */
function canScroll(element: Element): boolean {
  if (element.matches?.("input, textarea")) return true;
  const view = element.ownerDocument?.defaultView;
  if (!view || element.scrollHeight <= element.clientHeight) return false;
  return /auto|scroll/.test(view.getComputedStyle(element).overflowY);
}
