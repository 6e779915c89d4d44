const methods = ["error", "warn"] as const;

/** What was written to the console since the story began. */
let lines: string[] = [];

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

/** @throws Error when something was written: a story is also a promise of silence. */
export function failOnConsole(): void {
  if (lines.length > 0) throw new Error(`The console is not silent:\n${lines.join("\n")}`);
}
