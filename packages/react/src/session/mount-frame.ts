import type { FramePlace } from "./adapters/authkit-adapter.ts";
import { placeFrame, toAscii } from "./prepare-frame.ts";
import { withPatchedGlobal } from "./with-patched-global.ts";

/** How AuthKit's frame is to be taken in. */
export interface MountFrameOptions extends FramePlace {
  /** AuthKit's `open`, which appends its frame to the body. */
  open: () => void;
}

/**
 * Calls AuthKit's `open` and takes its frame straight into the kit's dialog: moving it there later
 * would load it, and send the ticket, a second time. What must be set before the first navigation
 * is set here.
 * @throws Error when no frame appeared; nothing is left on the page.
 */
export function mountFrame({ open, ...place }: MountFrameOptions): HTMLIFrameElement {
  let adopted: HTMLIFrameElement | null = null;
  const { body } = document;
  const append = body.appendChild;
  const encode = window.btoa;

  function appendChild<Child extends Node>(child: Child): Child {
    if (adopted !== null || !(child instanceof HTMLIFrameElement))
      return append.call(body, child) as Child;
    adopted = child;
    placeFrame(child, place);
    return child;
  }

  try {
    withPatchedGlobal(body, "appendChild", appendChild, () =>
      withPatchedGlobal(window, "btoa", (text: string) => encode.call(window, toAscii(text)), open),
    );
  } catch (error) {
    (adopted as HTMLIFrameElement | null)?.remove();
    throw error;
  }
  if (adopted === null) throw new Error("AuthKit appended no frame to the body.");
  return adopted;
}

/**
 * Calls AuthKit's `close`, which takes its listener off and removes whatever has the id
 * `event-link`: here that is `frame`, whatever the page calls so.
 */
export function unmountFrame(frame: HTMLIFrameElement, close: () => void): void {
  withPatchedGlobal(document, "getElementById", () => frame, close);
  frame.remove();
}
