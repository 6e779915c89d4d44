/** Runs product code so that what it throws reaches the console and nothing else. */
export function isolate(run: () => void): void {
  queueMicrotask(() => {
    try {
      run();
    } catch (error) {
      reportError(error);
    }
  });
}

/** Runs once the page has painted what is pending. A hidden page paints nothing, hence the timer. */
export function afterPaint(run: () => void): void {
  let hasRun = false;
  const once = () => {
    if (hasRun) return;
    hasRun = true;
    run();
  };
  requestAnimationFrame(() => requestAnimationFrame(once));
  setTimeout(once, 100);
}
