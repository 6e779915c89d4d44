/** A figure, a word, or nothing to say. */
export type Cell = number | string | null;

export interface Column {
  key: string;
  /** With the unit. */
  title: string;
  /** Decimals of a number; thousands are grouped. @default 0 */
  digits?: number;
}

/** Rows as they are written to JSON, and how to show them. */
export interface Table {
  caption: string;
  columns: readonly Column[];
  rows: readonly Readonly<Record<string, Cell>>[];
}

function show(cell: Cell | undefined, digits: number): string {
  if (cell === null || cell === undefined || Number.isNaN(cell)) return "–";
  if (typeof cell === "string") return cell.replaceAll("|", "\\|");
  return cell.toLocaleString("en-US", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** The table in Markdown, which a terminal shows just as well: columns padded, numbers right. */
export function toMarkdown({ caption, columns, rows }: Table): string {
  const isNumeric = columns.map(({ key }) => rows.some((row) => typeof row[key] === "number"));
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ key, digits = 0 }) => show(row[key], digits))),
  ];
  const widths = columns.map((_, index) =>
    Math.max(3, ...lines.map((line) => line[index]?.length ?? 0)),
  );
  const render = (line: readonly string[]) =>
    `| ${line.map((text, i) => (isNumeric[i] ? text.padStart(widths[i] ?? 0) : text.padEnd(widths[i] ?? 0))).join(" | ")} |`;
  const rule = `| ${widths.map((width, i) => (isNumeric[i] ? `${"-".repeat(width - 1)}:` : "-".repeat(width))).join(" | ")} |`;
  const [head = [], ...body] = lines;
  return [`**${caption}**`, "", render(head), rule, ...body.map(render)].join("\n");
}
