import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { noteMachine, type Taken } from "./machine.ts";
import { replaceBetweenMarkers } from "./readme.ts";
import { type Table, toMarkdown } from "./table.ts";

/** What a part of the bench found out. */
export interface Findings {
  tables: readonly Table[];
  /** What was measured and what to know when reading the figures; one paragraph each. */
  notes: readonly string[];
  /** Versions of what was measured, by name. */
  versions: Readonly<Record<string, string>>;
}

const folder = fileURLToPath(new URL("../..", import.meta.url));

const line = ({ date, cores, processor, memory, node, load }: Taken) =>
  `${date.slice(0, 16).replace("T", " ")} UTC · ${cores} cores (${processor}), ${memory} GiB · ` +
  `Node ${node} · load ${load.before} before, ${load.after} after`;

/** Runs a part, prints its tables, writes its JSON and refreshes its place in the README. */
export async function runPart(name: string, measure: () => Promise<Findings>): Promise<void> {
  const taken = noteMachine();
  const { tables, notes, versions } = await measure();
  const machine = taken();
  const command = `npx pnpm@12 bench:${name}`;
  const content = [
    `\`${command}\` · ${line(machine)}`,
    ...tables.map(toMarkdown),
    ...notes,
    `Versions: ${Object.entries(versions)
      .map(([what, version]) => `${what} ${version}`)
      .join(", ")}.`,
  ].join("\n\n");
  console.log(`\n${content}\n`);

  const results = `${folder}results`;
  await mkdir(results, { recursive: true });
  const json = {
    part: name,
    command,
    taken: machine,
    versions,
    tables: tables.map(({ caption, rows }) => ({ caption, rows })),
    notes,
  };
  await writeFile(`${results}/${name}.json`, `${JSON.stringify(json, null, 2)}\n`);
  const readme = `${folder}README.md`;
  await writeFile(readme, replaceBetweenMarkers(await readFile(readme, "utf8"), name, content));
}

/** Progress goes to stderr: stdout holds the tables alone. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}
