import type { FramePlace } from "./adapters/authkit-adapter.ts";

/** Escapes every character that `btoa` cannot encode: AuthKit puts its options into its frame's address. */
export const toAscii = (json: string) =>
  json.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Sets the attributes that a frame needs before its first navigation, and inserts it. */
export function placeFrame(frame: HTMLIFrameElement, { host, title, allow }: FramePlace): void {
  frame.title = title;
  frame.referrerPolicy = "no-referrer";
  frame.allow = allow;
  // A host in dark mode would make the transparent frame opaque, and a host modal that sets
  // `pointer-events` on the page would block it.
  frame.style.colorScheme = "light";
  frame.style.pointerEvents = "auto";
  host.append(frame);
}
