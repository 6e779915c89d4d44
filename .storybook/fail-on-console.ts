const methods = ["error", "warn"] as const;

/** What was written to the console since the story began. */
let lines: string[] = [];

/** For a story that waits for a line that it expects. */
export const consoleLines = (): readonly string[] => lines;

/** Listens to the console; the returned function gives it back. */
export function listenToConsole(): () => void {
  lines = [];
  const original = { error: console.error, warn: console.warn };
  for (const method of methods) {
    console[method] = (...words: unknown[]) => {
      lines.push(`console.${method}: ${words.map(String).join(" ")}`);
      original[method](...words);
    };
  }
  return () => Object.assign(console, original);
}

/**
 * @param expected What a story is meant to say to developers.
 * @throws Error when anything else was written: a story is also a promise of silence.
 */
export function failOnConsole(expected?: RegExp): void {
  const unexpected = lines.filter((line) => !expected?.test(line));
  if (unexpected.length > 0) {
    throw new Error(`The console is not silent:\n${unexpected.join("\n")}`);
  }
}
