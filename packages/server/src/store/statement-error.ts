/** SQLSTATE classes of a statement that the database has read and will not take: the data is at fault. */
const dataClasses = /^2[23]/;
/** Classes whose messages quote values: bad data, and what a trigger of the product's own says. */
const quotingClasses = /^(?:22|P0)/;

/**
 * What the driver said of a statement that failed. It stands in place of the driver's and Drizzle's
 * own errors, for those carry the statement's parameters: who, and what their account is called.
 */
class StatementError extends Error {
  override readonly name = "StatementError";
  /** The SQLSTATE, or the system's own word such as `ECONNREFUSED`. */
  readonly code: string | undefined;

  constructor(message: string, code: string | undefined) {
    super(message);
    this.code = code;
  }

  /** Whether the database is well, and only this statement's data was not. */
  get isAboutData(): boolean {
    return dataClasses.test(this.code ?? "");
  }
}

export function toStatementError(error: unknown): StatementError {
  // Drizzle keeps the driver's error as its cause, and a driver the socket's.
  let first = error;
  while (first instanceof Error && first.cause instanceof Error) first = first.cause;
  if (!(first instanceof Error)) return new StatementError("The store failed.", undefined);
  const code = "code" in first && typeof first.code === "string" ? first.code : undefined;
  const words = quotingClasses.test(code ?? "") ? "" : first.message;
  return new StatementError(words || `It says ${code ?? first.name}.`, code);
}
