/** Keys that scroll the page where nothing around the focus scrolls. */
const scrollKeys = new Set(["ArrowDown", "ArrowUp", "End", "Home", "PageDown", "PageUp"]);

/**
 * Prevents the wheel, touch and keys from scrolling the page behind a modal dialog. Content of the
 * dialog still scrolls. The host's `<body>` keeps its styles: hiding its scrollbar would shift the page,
 * and could conflict with a scroll lock of the host.
 *
 * @returns A cleanup that lets the page scroll again.
 */
export function preventPageScroll(dialog: HTMLElement): () => void {
  function scrollsPage(event: Event): boolean {
    const path = event.composedPath();
    const inside = path.slice(0, path.indexOf(dialog) + 1) as Element[];
    return event.cancelable && !inside.some(canScroll);
  }
  function onMove(event: WheelEvent | TouchEvent) {
    // Pinching, and the wheel with Ctrl, zoom.
    const isZoom = "touches" in event ? event.touches.length > 1 : event.ctrlKey;
    if (!isZoom && scrollsPage(event)) event.preventDefault();
  }
  function onKeyDown(event: KeyboardEvent) {
    const isShortcut = event.altKey || event.ctrlKey || event.metaKey;
    if (scrollKeys.has(event.key) && !isShortcut && scrollsPage(event)) event.preventDefault();
  }
  // React adds passive listeners, which cannot prevent scrolling.
  dialog.addEventListener("wheel", onMove, { passive: false });
  dialog.addEventListener("touchmove", onMove, { passive: false });
  dialog.addEventListener("keydown", onKeyDown);
  return () => {
    dialog.removeEventListener("keydown", onKeyDown);
    dialog.removeEventListener("wheel", onMove);
    dialog.removeEventListener("touchmove", onMove);
  };
}

/** Text fields scroll without CSS overflow, and keys move in them or choose an option. */
function canScroll(element: Element): boolean {
  if (element.matches?.("input, textarea, select, [contenteditable]")) return true;
  const view = element.ownerDocument?.defaultView;
  if (!view || element.scrollHeight <= element.clientHeight) return false;
  return /auto|scroll/.test(view.getComputedStyle(element).overflowY);
}
