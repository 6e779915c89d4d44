import type { FramePlacement } from "./adapters/authkit-adapter.ts";

/** Escapes every character that `btoa` cannot encode: AuthKit puts its options into its frame's address. */
export const toAscii = (json: string) =>
  json.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Sets the attributes that a frame needs before its first navigation, and inserts it. */
export function placeFrame(
  frame: HTMLIFrameElement,
  { parent, title, allow }: FramePlacement,
): void {
  frame.title = title;
  frame.referrerPolicy = "no-referrer";
  frame.allow = allow;
  // A host in dark mode would make the transparent frame opaque, and a host modal that sets
  // `pointer-events` on the page would block it.
  frame.style.colorScheme = "light";
  frame.style.pointerEvents = "auto";
  parent.append(frame);
}

/** How AuthKit's frame is to be taken in. */
export interface MountFrameOptions extends FramePlacement {
  /** AuthKit's `open`, which appends its frame to the body. */
  open: () => void;
}

/**
 * Calls AuthKit's `open` and takes its frame straight into the kit's dialog: moving it there later
 * would load it, and send the ticket, a second time. What must be set before the first navigation
 * is set here.
 * @throws Error when no frame appeared; nothing is left on the page.
 */
export function mountFrame({ open, ...placement }: MountFrameOptions): HTMLIFrameElement {
  let adopted: HTMLIFrameElement | null = null;
  const { body } = document;
  const append = body.appendChild;
  const encode = window.btoa;

  function appendChild<Child extends Node>(child: Child): Child {
    if (adopted !== null || !(child instanceof HTMLIFrameElement))
      return append.call(body, child) as Child;
    adopted = child;
    placeFrame(child, placement);
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

/**
 * Runs `run` while `target[name]` is `replacement`, and leaves no trace. The call is synchronous, so
 * no other code of the page can meet the replacement.
 * @throws TypeError when the target is frozen.
 */
function withPatchedGlobal<Target extends object, Name extends keyof Target, Result>(
  target: Target,
  name: Name,
  replacement: Target[Name],
  run: () => Result,
): Result {
  const own = Object.getOwnPropertyDescriptor(target, name);
  Object.defineProperty(target, name, {
    value: replacement,
    configurable: true,
    writable: true,
  });
  try {
    return run();
  } finally {
    if (own) Object.defineProperty(target, name, own);
    else delete target[name];
  }
}
