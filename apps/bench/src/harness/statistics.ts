/**
 * The value below which `percent` of all values lie, by the nearest rank: always one that was
 * measured, never one in between. NaN without values.
 */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = Math.ceil((percent / 100) * sorted.length);
  return sorted[Math.max(rank, 1) - 1] ?? Number.NaN;
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/**
 * How many times the other one's figure: the median of the ratios within each round, so that
 * whatever slowed the machine down during a round slowed both.
 */
export function medianRatio<Sample>(
  samples: readonly Sample[],
  others: readonly Sample[],
  read: (sample: Sample) => number,
): number {
  return median(
    samples.flatMap((sample, round) => {
      const other = others[round];
      return other === undefined ? [] : [read(sample) / read(other)];
    }),
  );
}
