/** JSON that cannot end the script element which holds it. */
export const escapeJson = (value: unknown): string =>
  JSON.stringify(value).replaceAll("<", "\\u003c");
