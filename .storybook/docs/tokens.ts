/** One of the tokens that a host sets first. */
export type Token = { name: string; initial: string } & (
  | { kind: "color" }
  /** In pixels. */
  | { kind: "length"; least: number; most: number; step: number }
);

/** What was changed, by token, without `--ak-`. */
export type TokenValues = Readonly<Record<string, string>>;

/** The basic ones, with the values that the kit falls back to in light. */
export const basicTokens: readonly Token[] = [
  { name: "bg", kind: "color", initial: "#ffffff" },
  { name: "fg", kind: "color", initial: "#1c1c20" },
  { name: "accent", kind: "color", initial: "#1c1c20" },
  { name: "success", kind: "color", initial: "#187a48" },
  { name: "warning", kind: "color", initial: "#8a5600" },
  { name: "danger", kind: "color", initial: "#bf2c23" },
  { name: "radius", kind: "length", initial: "8px", least: 0, most: 20, step: 1 },
  { name: "unit", kind: "length", initial: "4px", least: 3, most: 5, step: 0.5 },
];

/** The stylesheet that makes a host look like the preview. */
export function toCss(values: TokenValues): string {
  const lines = Object.entries(values).map(([name, value]) => `  --ak-${name}: ${value};`);
  return lines.length === 0 ? "/* Nothing has been changed. */" : `:root {\n${lines.join("\n")}\n}`;
}
