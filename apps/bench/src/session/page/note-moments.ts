export {};

declare global {
  interface Window {
    /** When things happened in this frame, in milliseconds since 1970: comparable across frames. */
    moments: Partial<Record<"click" | "response" | "list", number>>;
  }
}

// Runs in every frame before anything else.
const now = () => performance.timeOrigin + performance.now();
const moments: Window["moments"] = {};
window.moments = moments;

document.addEventListener(
  "click",
  ({ timeStamp }) => {
    moments.click = performance.timeOrigin + timeStamp;
  },
  true,
);

requestAnimationFrame(function look() {
  if (document.querySelector("dialog[open], iframe")) moments.response ??= now();
  if (document.documentElement?.dataset.shown === "list") moments.list ??= now();
  requestAnimationFrame(look);
});
