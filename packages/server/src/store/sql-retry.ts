/** PostgreSQL's words for it: `unique_violation`, `deadlock_detected`. */
const conflicts = new Set<unknown>(["23505", "40P01"]);

/** A statement may meet a save and a walk, one after the other. */
const maxAttempts = 3;

const codeOf = (error: unknown) =>
  typeof error === "object" && error !== null && "code" in error ? error.code : undefined;

/** Drizzle wraps what the driver threw. */
const isConflict = (error: unknown) =>
  conflicts.has(codeOf(error)) || (error instanceof Error && conflicts.has(codeOf(error.cause)));

/**
 * Runs a change again that failed because of another one: of a row that was inserted after the
 * change began, or in a deadlock. Begun anew, it sees what the other one wrote.
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
