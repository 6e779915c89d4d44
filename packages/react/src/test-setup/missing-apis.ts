// What the kit needs of a browser and jsdom does not have. Nothing that exists is replaced.

/** Adds the properties that `target` lacks. */
function addMissing(target: object | undefined, properties: Record<string, unknown>) {
  if (!target) return;
  for (const [name, value] of Object.entries(properties)) {
    // Vitest's jsdom has names without a value.
    if (Reflect.get(target, name) !== undefined) continue;
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
  }
}

function toggleEvent(type: string, newState: "open" | "closed") {
  const oldState = newState === "open" ? "closed" : "open";
  return Object.assign(new Event(type), { oldState, newState });
}

/** Open popovers with the inline `display` that each had before. */
const openPopovers = new Map<HTMLElement, string>();

/** A browser hides a popover that leaves the page, without an event. */
function forgetRemovedPopovers() {
  for (const [popover, display] of openPopovers) {
    if (popover.isConnected) continue;
    openPopovers.delete(popover);
    popover.style.display = display;
  }
}

function showPopover(this: HTMLElement) {
  if (openPopovers.has(this)) return;
  forgetRemovedPopovers();
  if (this.getAttribute("popover") !== "manual") {
    for (const other of openPopovers.keys()) {
      if (other.getAttribute("popover") !== "manual" && !other.contains(this)) other.hidePopover();
    }
  }
  this.dispatchEvent(toggleEvent("beforetoggle", "open"));
  openPopovers.set(this, this.style.display);
  // jsdom's own sheet hides every `[popover]`, and with it its roles from Testing Library.
  this.style.display = "block";
  this.dispatchEvent(toggleEvent("toggle", "open"));
}

function hidePopover(this: HTMLElement) {
  const display = openPopovers.get(this);
  if (display === undefined) return;
  this.dispatchEvent(toggleEvent("beforetoggle", "closed"));
  openPopovers.delete(this);
  this.style.display = display;
  this.dispatchEvent(toggleEvent("toggle", "closed"));
}

function togglePopover(this: HTMLElement, force?: boolean) {
  const isOpen = force ?? !openPopovers.has(this);
  if (isOpen) this.showPopover();
  else this.hidePopover();
  return isOpen;
}

function show(this: HTMLDialogElement) {
  this.setAttribute("open", "");
}

function close(this: HTMLDialogElement, returnValue?: string) {
  if (!this.hasAttribute("open")) return;
  this.removeAttribute("open");
  if (returnValue !== undefined) this.returnValue = returnValue;
  this.dispatchEvent(new Event("close"));
}

/** Observes nothing: jsdom has no layout that could change. */
class SilentObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}

const matchNothing = (media: string) =>
  Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener() {},
    removeListener() {},
  });

function timeout(milliseconds: number) {
  const controller = new AbortController();
  const abort = () => controller.abort(new DOMException("Timed out", "TimeoutError"));
  setTimeout(abort, milliseconds);
  return controller.signal;
}

function any(signals: Iterable<AbortSignal>) {
  const controller = new AbortController();
  for (const signal of signals) {
    const abort = () => controller.abort(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort, { once: true, signal: controller.signal });
  }
  return controller.signal;
}

/** Escapes by code point: signs that no name holds, and a digit that no name begins with. */
const escapeName = (value: string) =>
  String(value).replace(/(?<=^-?)\d|[^\w-]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);

if (typeof window !== "undefined") {
  addMissing(HTMLElement.prototype, { showPopover, hidePopover, togglePopover });
  addMissing(HTMLDialogElement.prototype, { show, showModal: show, close });
  addMissing(Element.prototype, { scrollIntoView() {} });
  addMissing(globalThis, {
    CSS: {},
    ResizeObserver: SilentObserver,
    IntersectionObserver: SilentObserver,
    matchMedia: matchNothing,
    // What a callback of the product throws: the console says it, and nothing else is stopped.
    reportError: (error: unknown) => console.error(error),
  });
  addMissing(CSS, { escape: escapeName, supports: () => false });
  addMissing(AbortSignal, { any, timeout });
}
