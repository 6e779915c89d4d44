import type { FramePlace } from "./adapters/authkit-adapter.ts";

/** JSON has an escape for every character that `btoa` cannot take or would garble. */
export const toAscii = (json: string) =>
  json.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Sets what a frame must have before its first navigation, and puts it into its place. */
export function placeFrame(frame: HTMLIFrameElement, { host, title, allow }: FramePlace): void {
  frame.title = title;
  frame.referrerPolicy = "no-referrer";
  frame.allow = allow;
  // A host in dark mode would give the transparent frame an opaque white sheet, and one whose
  // modal blocks the page by `pointer-events` would block the frame.
  frame.style.colorScheme = "light";
  frame.style.pointerEvents = "auto";
  host.append(frame);
}
