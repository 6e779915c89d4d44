/**
 * Prevents the wheel and touch from scrolling the page behind a modal dialog. Content of the dialog
 * still scrolls. The host's `<body>` keeps its styles: hiding its scrollbar would shift the page,
 * and could conflict with a scroll lock of the host.
 *
 * @returns A cleanup that lets the page scroll again.
 */
export function preventPageScroll(dialog: HTMLElement): () => void {
  function onMove(event: WheelEvent | TouchEvent) {
    // Pinching, and the wheel with Ctrl, zoom.
    const isZoom = "touches" in event ? event.touches.length > 1 : event.ctrlKey;
    if (isZoom || !event.cancelable) return;
    const path = event.composedPath();
    const inside = path.slice(0, path.indexOf(dialog) + 1) as Element[];
    if (!inside.some(canScroll)) event.preventDefault();
  }
  // React adds passive listeners, which cannot prevent scrolling.
  dialog.addEventListener("wheel", onMove, { passive: false });
  dialog.addEventListener("touchmove", onMove, { passive: false });
  return () => {
    dialog.removeEventListener("wheel", onMove);
    dialog.removeEventListener("touchmove", onMove);
  };
}

/** Text fields scroll without CSS overflow, e.g. when their text is selected. */
function canScroll(element: Element): boolean {
  if (element.matches?.("input, textarea")) return true;
  const view = element.ownerDocument?.defaultView;
  if (!view || element.scrollHeight <= element.clientHeight) return false;
  return /auto|scroll/.test(view.getComputedStyle(element).overflowY);
}
