const hidden = "[redacted]";

/** Values that must not be logged whatever they are called. */
const secretShapes = [
  // Pica's secret keys.
  /\bsk_(?:live|test)_[\w-]+/g,
  // Connection keys: `env::platform::group::uuid|identity`.
  /\b(?:live|test)::[^\s"'\\]+/g,
  // JWTs, hence tickets.
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g,
  /\b(?:Bearer|Basic)\s+[^\s"'\\]+/gi,
  // Passwords in connection strings.
  /(?<=:\/\/[^\s:/@]*:)[^\s@/]+(?=@)/g,
];

/** Fields that must not be logged whatever they hold. */
const secretNames =
  /^(?:authorization|cookie|set-cookie|secret|password|ticket|token|key|connectionkey|x-(?:pica|one)-.*)$/i;

const deepest = 5;

/** A copy that can be logged: free of secrets, tickets, connection keys and credentials. */
export function createRedactor(secret: string) {
  const text = (value: string) =>
    secretShapes.reduce(
      (cleaned, shape) => cleaned.replace(shape, hidden),
      value.replaceAll(secret, hidden),
    );

  function redact(value: unknown, depth = 0): unknown {
    if (typeof value === "string") return text(value);
    if (typeof value !== "object" || value === null) return value;
    if (depth === deepest) return "[…]";
    if (value instanceof Error) {
      const { name, message, stack } = value;
      return {
        name,
        message: text(message),
        ...("code" in value && { code: redact(value.code, depth + 1) }),
        ...(stack && { stack: text(stack) }),
        ...(value.cause !== undefined && { cause: redact(value.cause, depth + 1) }),
      };
    }
    if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name,
        secretNames.test(name) ? hidden : redact(item, depth + 1),
      ]),
    );
  }

  return { text, redact: (value: unknown) => redact(value) };
}
