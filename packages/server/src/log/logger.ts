import { createRedactor } from "./redact.ts";

/** Of `console`'s shape: a message, then what belongs to it. */
export type Logger = Record<
  "debug" | "info" | "warn" | "error",
  (message: string, fields?: Record<string, unknown>) => void
>;

/** Takes secrets out before the product's logger sees anything; a logger that throws is ignored. */
export function createSafeLogger(logger: Logger, secret: string): Logger {
  const { text, redact } = createRedactor(secret);
  const method =
    (level: keyof Logger): Logger[keyof Logger] =>
    (message, fields) => {
      try {
        if (fields) logger[level](text(message), redact(fields) as Record<string, unknown>);
        else logger[level](text(message));
      } catch {
        // Logging must never be what fails a request.
      }
    };
  return {
    debug: method("debug"),
    info: method("info"),
    warn: method("warn"),
    error: method("error"),
  };
}
