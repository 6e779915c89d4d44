import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach } from "vitest";

/* What jsdom has not got of the platform that the kit stands on: enough to render, not to lay out. */

const unobserved = class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

function defineMissing(target: object, members: Record<string, unknown>) {
  for (const [name, value] of Object.entries(members)) {
    if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true });
  }
}

// Some files run in plain Node.
if (typeof document !== "undefined") {
  const { addEventListener, removeEventListener, fetch } = window;
  // Testing Library does it by itself only where the test functions are globals.
  afterEach(() => {
    cleanup();
    // Files share the page: what a test has put there by hand, the next one must not meet.
    document.body.replaceChildren();
    Object.assign(window, { addEventListener, removeEventListener, fetch });
  });
  // Polling costs more than what it waits for: a change of the document is looked at anyway.
  configure({ asyncUtilTimeout: 5_000 });
  defineMissing(globalThis, {
    ResizeObserver: unobserved,
    IntersectionObserver: unobserved,
    matchMedia: () => ({ matches: false, addEventListener() {}, removeEventListener() {} }),
  });
  defineMissing(Element.prototype, { scrollIntoView() {} });
  defineMissing(HTMLElement.prototype, {
    showPopover(this: HTMLElement) {
      this.style.display = "block";
    },
    hidePopover(this: HTMLElement) {
      this.style.display = "";
    },
  });
  defineMissing(HTMLDialogElement.prototype, {
    showModal(this: HTMLDialogElement) {
      this.open = true;
    },
    close(this: HTMLDialogElement) {
      this.open = false;
    },
  });
  defineMissing(globalThis.CSS ?? {}, { escape: (text: string) => text, supports: () => false });
}
