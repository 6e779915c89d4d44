import type { Browser } from "playwright";
import { interleave, type Outcome } from "../harness/interleave.ts";
import { progress } from "../harness/report.ts";
import { roundsOr } from "../harness/rounds.ts";
import type { Cell } from "../harness/table.ts";
import { type ContestantName, contestantNames, contestants, type Page } from "./bundle-pages.ts";
import { firstPaint } from "./first-paint.ts";
import { mediansOf, type Sightings } from "./sightings.ts";
import { visit } from "./visit.ts";

export const rounds = roundsOr(5);
/** Times that the two whose first paints a budget compares are opened beyond that. */
export const morePaints = 2 * rounds;
const compared: readonly ContestantName[] = ["bare-list", "ours"];

const samplesOf = <Sample>(outcome: Outcome<Sample> | undefined): Sample[] =>
  outcome && "samples" in outcome ? outcome.samples : [];

/** Visits every contestant's page with a catalog of `count`; a row for each. */
export async function measureCatalog(
  browser: Browser,
  origin: string,
  pages: ReadonlyMap<ContestantName, Page>,
  count: number,
): Promise<Record<string, Cell>[]> {
  const urlOf = (name: ContestantName) => {
    const page = pages.get(name);
    if (page && "failure" in page) throw new Error(page.failure);
    return `${origin}/${name}?count=${count}`;
  };
  const visits = await interleave(
    contestantNames.map((name) => ({
      name,
      measure: async (round) => visit(browser, urlOf(name), { count, moment: round / rounds }),
    })),
    {
      rounds,
      onProgress: (name, round) =>
        progress(`gallery: ${count} connectors, ${name}, round ${round + 1}`),
    },
  );
  const paints = await interleave<number>(
    compared.map((name) => ({
      name,
      measure: async (round) => firstPaint(browser, urlOf(name), round / morePaints),
    })),
    {
      rounds: morePaints,
      onProgress: (name, round) =>
        progress(`gallery: ${count} connectors, first paint of ${name}, round ${round + 1}`),
    },
  );
  const sightingsOf = (name: ContestantName): Sightings => {
    const whole = samplesOf(visits.get(name));
    return {
      visits: whole,
      paints: [...whole.map(({ paint }) => paint), ...samplesOf(paints.get(name))],
    };
  };
  return contestantNames.map((name) => {
    const outcome = visits.get(name);
    const { who } = contestants[name];
    return outcome && "failure" in outcome
      ? { count, who: `${who}: ${outcome.failure}` }
      : { count, who, ...mediansOf(sightingsOf(name), sightingsOf("bare-list")) };
  });
}
