/**
 * How often each contestant is measured: `BENCH_ROUNDS`, else the part's own number.
 *
 * @throws Error when `BENCH_ROUNDS` is not a whole number above 0.
 */
export function roundsOr(usual: number): number {
  const { BENCH_ROUNDS: given } = process.env;
  if (given === undefined) return usual;
  if (/^[1-9]\d*$/.test(given)) return Number(given);
  throw new Error(`BENCH_ROUNDS is "${given}". Set it to a whole number above 0.`);
}
