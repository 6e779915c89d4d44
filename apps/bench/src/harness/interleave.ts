/** One of those that are measured side by side. */
export interface Contestant<Sample> {
  name: string;
  /** Measures once. */
  measure(round: number): Promise<Sample>;
}

/** What became of a contestant: its samples, one a round, or why it has none. */
export type Outcome<Sample> = { samples: Sample[] } | { failure: string };

export interface InterleaveOptions {
  rounds: number;
  /** Rounds that come first and are thrown away. @default 0 */
  warmUps?: number;
  onProgress?(name: string, round: number): void;
}

/**
 * Measures all contestants in turns (A B C, B C A, C A B …), never all of one before the next:
 * what a shared machine does meanwhile then falls on all of them, and nobody always goes first.
 * One that fails is left out from then on.
 */
export async function interleave<Sample>(
  contestants: readonly Contestant<Sample>[],
  { rounds, warmUps = 0, onProgress }: InterleaveOptions,
): Promise<Map<string, Outcome<Sample>>> {
  const samples = new Map(contestants.map(({ name }) => [name, [] as Sample[]]));
  const failures = new Map<string, string>();
  for (let round = -warmUps; round < rounds; round++) {
    const first = Math.abs(round) % contestants.length;
    for (const contestant of [...contestants.slice(first), ...contestants.slice(0, first)]) {
      const { name } = contestant;
      if (failures.has(name)) continue;
      onProgress?.(name, round);
      try {
        const sample = await contestant.measure(round);
        if (round >= 0) samples.get(name)?.push(sample);
      } catch (error) {
        failures.set(name, reasonOf(error));
      }
    }
  }
  return new Map(
    contestants.map(({ name }) => {
      const failure = failures.get(name);
      return [name, failure === undefined ? { samples: samples.get(name) ?? [] } : { failure }];
    }),
  );
}

/** The first line of what went wrong, for one cell of a table. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.trim().split("\n")[0] ?? "";
}
