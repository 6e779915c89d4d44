/**
 * What `work` comes to, or what `late` says once `milliseconds` have passed; `work` is told by its
 * signal. No timer outlives the work: a server that answers fast would hold thousands.
 */
export async function within<Value>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Value>,
  late: () => Value,
): Promise<Value> {
  const controller = new AbortController();
  let isLate = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  }).then(() => {
    isLate = true;
    return late();
  });
  try {
    return await Promise.race([work(controller.signal), timeUp]);
  } finally {
    clearTimeout(timer);
    // Only now: what the work makes of it comes too late to be the answer.
    if (isLate) controller.abort();
  }
}
