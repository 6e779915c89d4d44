/**
 * Runs while nothing else is to be done. Safari has no idle callbacks: a moment after the last work
 * is the next best.
 *
 * @returns Calls it off.
 */
export function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === "function") {
    const handle = requestIdleCallback(run);
    return () => cancelIdleCallback(handle);
  }
  const timer = setTimeout(run, 50);
  return () => clearTimeout(timer);
}
