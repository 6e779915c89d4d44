// Serves the built Storybook as a file server does, below a path, and measures what crosses the wire
// until stories are seen. Fails when it is too much, or when one is not seen.
import { chromium } from "playwright";
import { chromiumArgs, requireChromium } from "../.ci/chromium.mjs";
import { serveBuilt } from "./serve-built.mjs";

/** Bytes of bodies with gzip; Storybook's own user interface is the larger half. */
const most = 3_000_000;

const stories = [
  { id: "components-connect-button-states--not-connected", seen: ".ak-connect[data-state=idle]" },
  { id: "flows-connect--try-it-yourself", seen: ".ak-connector-gallery[data-state=ready]" },
];

const sum = (files, key) => files.reduce((total, file) => total + file[key], 0);
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;

let sent = new Map();
const storybook = await serveBuilt((path, sizes) => sent.set(path, sizes));
const browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });

try {
  for (const { id, seen } of stories) {
    sent = new Map();
    const page = await browser.newPage();
    await page.goto(`${storybook.url}?path=/story/${id}`);
    const story = page.frameLocator("#storybook-preview-iframe").locator(seen);
    await story.waitFor({ timeout: 60_000 });
    const files = [...sent].map(([path, sizes]) => ({ path, ...sizes }));
    const own = files.filter(({ path }) => !/\/sb-(manager|addons|common-assets)\//.test(path));
    const bytes = sum(files, "zipped");
    console.log(
      `${id}: ${megabytes(bytes)} with gzip, ${megabytes(sum(files, "plain"))} without, ` +
        `in ${files.length} files; the story's page alone ${megabytes(sum(own, "zipped"))} ` +
        `and ${megabytes(sum(own, "plain"))}`,
    );
    if (process.argv.includes("--files")) {
      const largest = files.sort((a, b) => b.zipped - a.zipped).slice(0, 25);
      for (const { path, zipped } of largest) console.log(`  ${megabytes(zipped)} ${path}`);
    }
    if (bytes > most) process.exitCode = 1;
    await page.close();
  }
} finally {
  await browser.close();
  storybook.close();
}
if (process.exitCode) console.error(`More than ${most / 1e6} MB.`);
