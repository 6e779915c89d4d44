import { withPatchedGlobal } from "./with-patched-global.ts";

/** JSON has an escape for every character that `btoa` cannot take or would garble. */
const toAscii = (json: string) =>
  json.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** How AuthKit's frame is to be taken in. */
export interface MountFrameOptions {
  /** AuthKit's `open`, which appends its frame to the body. */
  open: () => void;
  /** Where the frame shall stand instead. */
  host: HTMLElement;
  /** Accessible name of the frame. */
  title: string;
  /** Value of the frame's `allow`. */
  allow: string;
}

/**
 * Calls AuthKit's `open` and takes its frame straight into the kit's dialog: moving it there later
 * would load it, and send the ticket, a second time. What must be set before the first navigation
 * is set here.
 * @throws Error when no frame appeared; nothing is left on the page.
 */
export function mountFrame({ open, host, title, allow }: MountFrameOptions): HTMLIFrameElement {
  let adopted: HTMLIFrameElement | null = null;
  const { body } = document;
  const append = body.appendChild;
  const encode = window.btoa;

  function appendChild<Child extends Node>(child: Child): Child {
    if (adopted !== null || !(child instanceof HTMLIFrameElement))
      return append.call(body, child) as Child;
    adopted = child;
    child.title = title;
    child.referrerPolicy = "no-referrer";
    child.allow = allow;
    // A host in dark mode would give the transparent frame an opaque white sheet, and one whose
    // modal blocks the page by `pointer-events` would block the frame.
    child.style.colorScheme = "light";
    child.style.pointerEvents = "auto";
    host.append(child);
    return child;
  }

  try {
    withPatchedGlobal(body, "appendChild", appendChild, () =>
      withPatchedGlobal(
        window,
        "btoa",
        (text: string) => encode.call(window, toAscii(text)),
        () =>
          // One's package removes whatever has its frame's id, also what is the page's own.
          withPatchedGlobal(document, "getElementById", () => null, open),
      ),
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
