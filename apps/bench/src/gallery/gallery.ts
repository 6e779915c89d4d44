import { launchBrowser } from "../browser/launch.ts";
import type { Findings } from "../harness/report.ts";
import type { Cell } from "../harness/table.ts";
import { versionsOf } from "../harness/versions.ts";
import { budgetRows } from "./budgets.ts";
import { bundlePages } from "./bundle-pages.ts";
import { firstPaint } from "./first-paint.ts";
import { measureCatalog, morePaints, rounds } from "./measure-catalog.ts";
import { servePages } from "./serve-pages.ts";

const counts = (process.env.BENCH_COUNTS ?? "294,1000,10000").split(",").map(Number);

/** How the gallery feels, beside lists made by hand and the peers' galleries. */
export async function measureGallery(): Promise<Findings> {
  const pages = await bundlePages();
  const server = await servePages(pages, counts);
  const browser = await launchBrowser();
  const rows: Record<string, Cell>[] = [];
  try {
    // Warms up the browser and the server; each visit has a context of its own.
    await firstPaint(browser, `${server.origin}/bare-list?count=${counts[0]}`, 0);
    for (const count of counts) {
      rows.push(...(await measureCatalog(browser, server.origin, pages, count)));
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
            { key: "elements", title: "elements" },
            { key: "cards", title: "cards" },
            { key: "heap", title: "heap MiB", digits: 1 },
            { key: "p50", title: "key p50", digits: 1 },
            { key: "p95", title: "key p95", digits: 1 },
            { key: "worstEvent", title: "worst event" },
          ],
          rows,
        },
        {
          caption: "Against the budgets",
          columns: [
            { key: "count", title: "connectors" },
            { key: "what", title: "what" },
            { key: "budget", title: "budget", digits: 2 },
            { key: "figure", title: "is", digits: 2 },
            { key: "verdict", title: "verdict" },
          ],
          rows: budgetRows(rows),
        },
      ],
      notes: [
        `Medians of ${rounds} visits, taken in turns, each in a new browser context; a ratio is the ` +
          "median of the ratios within a round. For its first paint alone, the bare list and ours " +
          `are opened ${morePaints} times more. All data is in the page before anything is mounted. ` +
          "First paint ends with the frame that shows the first names. Letters are typed 150 ms " +
          "apart, the first one 150 ms after the field has got the focus; a key's time ends with " +
          "the frame that shows the right names on the first five cards, and its percentiles are " +
          "over all visits' letters. What is typed finds nothing in Unified's directory; " +
          "Pipedream's select shows a menu of 50 options after a pause of 300 ms that is its own.",
      ],
      versions: { Chromium: browser.version(), ...versionsOf(["react", "playwright"]) },
    };
  } finally {
    await browser.close();
    await server.close();
  }
}
