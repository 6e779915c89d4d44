/** Why a control operation was refused. */
export type ControlErrorCode =
  | "invalid_input"
  | "unknown_operation"
  | "connection_not_found"
  | "platform_not_found";

/** A control operation that could not be done; nothing was changed. */
export class ControlError extends Error {
  override name = "ControlError";

  constructor(
    /** Stable and machine-readable. */
    readonly code: ControlErrorCode,
    message: string,
  ) {
    super(message);
  }
}
