/** `unique_violation` and `deadlock_detected`. */
const conflicts = new Set<unknown>(["23505", "40P01"]);

/** A statement may conflict with a save and then with a synchronization. */
const maxAttempts = 3;

const codeOf = (error: unknown) =>
  typeof error === "object" && error !== null && "code" in error ? error.code : undefined;

/** Drizzle wraps what the driver threw. */
const isConflict = (error: unknown) =>
  conflicts.has(codeOf(error)) || (error instanceof Error && conflicts.has(codeOf(error.cause)));

/**
 * Repeats a change that conflicted with a concurrent one: a row that was inserted after the change
 * began, or a deadlock. The repetition sees what the other change wrote.
 */
export async function retryOnConflict<Value>(run: () => PromiseLike<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!isConflict(error) || attempt === maxAttempts) throw error;
    }
  }
}
