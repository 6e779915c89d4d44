import { median, medianRatio, percentile } from "../harness/statistics.ts";
import type { Cell } from "../harness/table.ts";
import type { Visit } from "./visit.ts";

/** What was seen of one contestant at one size of the catalog, round by round. */
export interface Sightings {
  visits: readonly Visit[];
  /** First paints of the visits, then of pages that were opened for nothing else. */
  paints: readonly number[];
}

/** A contestant's medians, and its ratio to the bare list's. */
export function mediansOf({ visits, paints }: Sightings, bare: Sightings): Record<string, Cell> {
  const middle = (read: (visit: Visit) => number) => median(visits.map(read));
  const letters = visits.flatMap((visit) => visit.letters);
  const hasSearch = letters.length > 0;
  return {
    paint: median(paints),
    ratio: medianRatio(paints, bare.paints, (paint) => paint),
    elements: middle(({ elements }) => elements),
    cards: middle(({ cards }) => cards),
    heap: middle(({ heap }) => heap) / 2 ** 20,
    p50: hasSearch ? percentile(letters, 50) : null,
    p95: hasSearch ? percentile(letters, 95) : null,
    worstEvent: hasSearch ? middle(({ worstEvent }) => worstEvent) : null,
  };
}
