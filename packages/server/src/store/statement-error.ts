/** SQLSTATE classes of a statement that the database refuses because of its data. */
const dataClasses = /^2[23]/;
/** Classes whose messages quote values: bad data, and errors raised by the product's own triggers. */
const quotingClasses = /^(?:22|P0)/;

/**
 * Replaces the driver's and Drizzle's own errors, because those contain the statement's parameters:
 * ids of people and names of their accounts.
 */
class StatementError extends Error {
  override readonly name = "StatementError";
  /** The SQLSTATE, or the system's code such as `ECONNREFUSED`. */
  readonly code: string | undefined;

  constructor(message: string, code: string | undefined) {
    super(message);
    this.code = code;
  }

  /** Whether the database works, and only this statement's data was refused. */
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
