/** Runs product code so that what it throws reaches the console and nothing else. */
export function safeCall(run: () => void): void {
  queueMicrotask(() => {
    try {
      run();
    } catch (error) {
      reportError(error);
    }
  });
}
