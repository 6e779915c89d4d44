/**
 * Resolves with what `work` resolves with, or with what `onTimeout` returns once `milliseconds` have
 * passed. Aborts the signal of work that is too late, and leaves no timer behind.
 */
export async function withTimeout<Value>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Value>,
  onTimeout: () => Value,
): Promise<Value> {
  const controller = new AbortController();
  let isLate = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  }).then(() => {
    isLate = true;
    return onTimeout();
  });
  try {
    return await Promise.race([work(controller.signal), timeout]);
  } finally {
    clearTimeout(timer);
    // Aborted last, so that `onTimeout` decides the outcome and not the failure that follows the abort.
    if (isLate) controller.abort();
  }
}
