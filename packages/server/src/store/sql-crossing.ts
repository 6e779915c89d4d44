/** PostgreSQL's words for it: `unique_violation`, `deadlock_detected`. */
const crossings = new Set<unknown>(["23505", "40P01"]);

/** A statement may meet a save and a walk, one after the other. */
const mostRuns = 3;

const codeOf = (error: unknown) =>
  typeof error === "object" && error !== null && "code" in error ? error.code : undefined;

/** Drizzle wraps what the driver threw. */
const isCrossing = (error: unknown) =>
  crossings.has(codeOf(error)) || (error instanceof Error && crossings.has(codeOf(error.cause)));

/**
 * Runs a statement again that another one crossed. A statement sees the rows that were there when
 * it began, waits for whoever writes the same ones, and fails of what they wrote; begun anew, it
 * sees it.
 */
export async function againAfterCrossing<Rows>(run: () => PromiseLike<Rows>): Promise<Rows> {
  for (let runs = 1; ; runs++) {
    try {
      return await run();
    } catch (error) {
      if (!isCrossing(error) || runs === mostRuns) throw error;
    }
  }
}
