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
