import { launchBrowser } from "../browser/launch.ts";
import { interleave, type Outcome } from "../harness/interleave.ts";
import { type Findings, progress } from "../harness/report.ts";
import { roundsOr } from "../harness/rounds.ts";
import { median, medianRatio, percentile } from "../harness/statistics.ts";
import type { Cell } from "../harness/table.ts";
import { versionsOf } from "../harness/versions.ts";
import { budgetRows } from "./budgets.ts";
import { bundlePages, contestantNames, contestants } from "./bundle-pages.ts";
import { servePages } from "./serve-pages.ts";
import { type Visit, visit } from "./visit.ts";

const counts = (process.env.BENCH_COUNTS ?? "294,1000,10000").split(",").map(Number);
const rounds = roundsOr(5);

/** A contestant's medians at one size of the catalog. */
function rowOf(
  who: string,
  count: number,
  outcome: Outcome<Visit>,
  bare: readonly Visit[],
): Record<string, Cell> {
  if ("failure" in outcome) return { count, who: `${who}: ${outcome.failure}` };
  const { samples } = outcome;
  const middle = (read: (sample: Visit) => number) => median(samples.map(read));
  const letters = samples.flatMap((sample) => sample.letters);
  const hasSearch = letters.length > 0;
  const hasLogos = samples.every(({ logos }) => logos !== null);
  const logosOf = ({ logos }: Visit) => logos ?? Number.NaN;
  return {
    count,
    who,
    paint: middle(({ paint }) => paint),
    ratio: medianRatio(samples, bare, ({ paint }) => paint),
    logos: hasLogos ? middle(logosOf) : null,
    logosRatio: hasLogos ? medianRatio(samples, bare, logosOf) : null,
    work: middle(({ work }) => work),
    workRatio: medianRatio(samples, bare, ({ work }) => work),
    elements: middle(({ elements }) => elements),
    cards: middle(({ cards }) => cards),
    heap: middle(({ heap }) => heap) / 2 ** 20,
    p50: hasSearch ? percentile(letters, 50) : null,
    p95: hasSearch ? percentile(letters, 95) : null,
    p99: hasSearch ? percentile(letters, 99) : null,
    letterWork: hasSearch ? middle(({ letterWork }) => letterWork) : null,
    worstEvent: hasSearch ? middle(({ worstEvent }) => worstEvent) : null,
    frame: middle(({ longestFrame }) => longestFrame),
    late: samples.reduce((sum, { lateFrames }) => sum + lateFrames, 0),
  };
}

/** How the gallery feels, beside lists made by hand and the peers' galleries. */
export async function measureGallery(): Promise<Findings> {
  const pages = await bundlePages();
  const server = await servePages(pages, counts);
  const browser = await launchBrowser();
  const rows: Record<string, Cell>[] = [];
  try {
    // Warms up the browser and the server; each visit has a context of its own.
    await visit(browser, `${server.origin}/bare-list`, counts[0] ?? 294);
    for (const count of counts) {
      const visits = contestantNames.map((name) => ({
        name,
        measure: async () => {
          const page = pages.get(name);
          if (page && "failure" in page) throw new Error(page.failure);
          return visit(browser, `${server.origin}/${name}`, count);
        },
      }));
      const outcomes = await interleave(visits, {
        rounds,
        onProgress: (name, round) =>
          progress(`gallery: ${count} connectors, ${name}, round ${round + 1}`),
      });
      const bare = outcomes.get("bare-list");
      const reference = bare && "samples" in bare ? bare.samples : [];
      for (const name of contestantNames) {
        const outcome = outcomes.get(name);
        if (outcome) rows.push(rowOf(contestants[name].who, count, outcome, reference));
      }
    }
    return {
      tables: [
        {
          caption: "The catalog in Chromium; times in milliseconds",
          columns: [
            { key: "count", title: "connectors" },
            { key: "who", title: "who" },
            { key: "paint", title: "first paint", digits: 1 },
            { key: "ratio", title: "× bare", digits: 2 },
            { key: "logos", title: "first logos", digits: 1 },
            { key: "logosRatio", title: "× bare", digits: 2 },
            { key: "work", title: "main thread CPU" },
            { key: "workRatio", title: "× bare", digits: 2 },
            { key: "elements", title: "elements" },
            { key: "cards", title: "cards" },
            { key: "heap", title: "heap MiB", digits: 1 },
            { key: "p50", title: "key p50", digits: 1 },
            { key: "p95", title: "key p95", digits: 1 },
            { key: "p99", title: "key p99", digits: 1 },
            { key: "letterWork", title: "CPU a letter", digits: 1 },
            { key: "worstEvent", title: "worst event" },
            { key: "frame", title: "longest frame", digits: 1 },
            { key: "late", title: "late frames" },
          ],
          rows,
        },
        {
          caption: "Against the budgets",
          columns: [
            { key: "count", title: "connectors" },
            { key: "what", title: "what" },
            { key: "budget", title: "budget", digits: 1 },
            { key: "figure", title: "is", digits: 1 },
            { key: "verdict", title: "verdict" },
          ],
          rows: budgetRows(rows),
        },
      ],
      notes: [
        `Medians of ${rounds} visits, taken in turns, each in a new browser ` +
          "context, a second after its window was opened; a ratio is the median of the ratios " +
          "within a round. All data is in the page before anything is mounted; logos come over the " +
          "loopback device, one for each connector. First paint ends with the frame that shows the " +
          "first names, first logos with the one that shows the logos of the first 24 connectors; " +
          "Pipedream's come from its own cloud, which is out of reach here. Chromium draws 60 " +
          "frames a second, so a paint comes in steps of 17 ms. Letters are typed 150 ms apart. A " +
          "key's time ends with the frame that shows the right names; key percentiles are over all " +
          "visits' letters (20 a visit, fewer where they take over 15 seconds). CPU is the main " +
          "thread's processor time: waiting for a core is not in it. A late frame took longer than " +
          "two. What is typed finds nothing in Unified's directory; Pipedream's select shows a menu " +
          "of 50 options after a pause of 300 ms that is its own.",
      ],
      versions: { Chromium: browser.version(), ...versionsOf(["react", "playwright"]) },
    };
  } finally {
    await browser.close();
    await server.close();
  }
}
