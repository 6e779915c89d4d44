import { median, medianRatio, percentile } from "../harness/statistics.ts";
import type { Cell } from "../harness/table.ts";
import type { FirstPaint } from "./first-paint.ts";
import type { Visit } from "./visit.ts";

/** What was seen of one contestant at one size of the catalog, round by round. */
export interface Sightings {
  visits: readonly Visit[];
  /** Those of the visits first, then of pages that were opened for nothing else. */
  paints: readonly FirstPaint[];
}

const paintOf = ({ paint }: FirstPaint) => paint;
const logosOf = ({ logos }: FirstPaint) => logos ?? Number.NaN;

/** A contestant's medians, and its ratios to the bare list's. */
export function mediansOf({ visits, paints }: Sightings, bare: Sightings): Record<string, Cell> {
  const middle = (read: (visit: Visit) => number) => median(visits.map(read));
  const letters = visits.flatMap((visit) => visit.letters);
  const hasSearch = letters.length > 0;
  const hasLogos = paints.every(({ logos }) => logos !== null);
  return {
    paint: median(paints.map(paintOf)),
    ratio: medianRatio(paints, bare.paints, paintOf),
    logos: hasLogos ? median(paints.map(logosOf)) : null,
    logosRatio: hasLogos ? medianRatio(paints, bare.paints, logosOf) : null,
    work: middle(({ work }) => work),
    workRatio: medianRatio(visits, bare.visits, ({ work }) => work),
    elements: middle(({ elements }) => elements),
    cards: middle(({ cards }) => cards),
    heap: middle(({ heap }) => heap) / 2 ** 20,
    p50: hasSearch ? percentile(letters, 50) : null,
    p95: hasSearch ? percentile(letters, 95) : null,
    p99: hasSearch ? percentile(letters, 99) : null,
    letterWork: hasSearch ? middle(({ letterWork }) => letterWork) : null,
    worstEvent: hasSearch ? middle(({ worstEvent }) => worstEvent) : null,
    frame: middle(({ longestFrame }) => longestFrame),
    late: visits.reduce((sum, { lateFrames }) => sum + lateFrames, 0),
  };
}
