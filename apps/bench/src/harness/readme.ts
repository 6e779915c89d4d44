const marker = (part: string, edge: "start" | "end") => `<!-- ${part}:${edge} -->`;

/**
 * The text with what stands between the part's markers replaced.
 *
 * @throws Error when the markers are not there.
 */
export function replaceBetweenMarkers(text: string, part: string, content: string): string {
  const [start, end] = [marker(part, "start"), marker(part, "end")];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from === -1 || to < from) {
    throw new Error(
      `The README has no place for "${part}": put ${start} and ${end} where it goes.`,
    );
  }
  return `${text.slice(0, from + start.length)}\n${content.trim()}\n${text.slice(to)}`;
}
