import { behaviours } from "../src/verify/behaviours.ts";

/** The README's table of what the emulator claims about Pica. */
export function renderBehaviours(): string {
  const rows = behaviours.map(({ claim, source, testedBy, certainty, check }) => {
    const cells = [claim, source, `\`${testedBy}\``, certainty, check ? "yes" : "no"];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  });
  return [
    "| behaviour | source | tested by | certainty | `verify` asks |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}
