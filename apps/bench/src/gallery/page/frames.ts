/** The Prioritized Task Scheduling API, which TypeScript does not know yet. */
declare const scheduler: {
  postTask(run: () => void, options: { priority: "user-blocking" }): Promise<void>;
};

/**
 * Called from within a frame: tells the time when that frame has been laid out and painted. Ahead of
 * whatever else waits for its turn, which is no longer part of the frame.
 */
function afterThisFrame(tell: (now: number) => void): void {
  void scheduler.postTask(() => tell(performance.now()), { priority: "user-blocking" });
}

/** Resolves when the next frame begins. */
export const frameStart = () => new Promise<number>(requestAnimationFrame);

/** Milliseconds on the page's clock when the next frame has been painted. */
export const frameEnd = () =>
  new Promise<number>((resolve) => {
    requestAnimationFrame(() => afterThisFrame(resolve));
  });

/**
 * Looks at each frame, before it is drawn, until `isThere`; the time when that frame was drawn.
 *
 * @throws Error after `patience` milliseconds.
 */
export function drawn(isThere: () => boolean, patience = 60_000): Promise<number> {
  const limit = performance.now() + patience;
  return new Promise((resolve, reject) => {
    const look = () => {
      if (isThere()) afterThisFrame(resolve);
      else if (performance.now() > limit) reject(new Error("It was not drawn in time."));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

/** Waits until three frames in a row came without delay, ten seconds at most. */
export async function quiet(): Promise<void> {
  let last = await frameEnd();
  const limit = last + 10_000;
  for (let calm = 0; calm < 3 && last < limit; ) {
    const now = await frameEnd();
    calm = now - last < 25 ? calm + 1 : 0;
    last = now;
  }
}
