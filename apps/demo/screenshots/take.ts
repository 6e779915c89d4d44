import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { chromiumArgs, requireChromium } from "../../../.ci/chromium.mjs";
import { startDemoStack } from "../demo-stack.ts";
import { demoViews, hostedViews, type Scheme, seedConnections, signIn } from "../e2e/views.ts";
import { takeStates } from "./states.ts";

const here = dirname(fileURLToPath(import.meta.url));
/** Pictures to look at; only those that a README shows are kept in the repository. */
const folder = join(here, "../../../test-results/screenshots");
/** Which picture of which view a README shows, and under what name. */
const shown: Record<string, string> = {
  "demo-light-1280": "demo-light.png",
  "demo-dark-1280": "demo-dark.png",
  "demo-light-360": "demo-narrow.png",
  "demo-dialog-light-1280": "dialog-light.png",
};

await mkdir(folder, { recursive: true });
const stack = await startDemoStack({
  demoPort: 0,
  tokenServerPort: 0,
  emulatorPort: 0,
  dataFolder: null,
});
const browser = await chromium.launch({ executablePath: requireChromium(), args: chromiumArgs });
let isSeeded = false;
try {
  await takeStates(browser);
  for (const width of [360, 1280]) {
    for (const scheme of ["light", "dark"] satisfies Scheme[]) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: scheme,
        reducedMotion: "reduce",
        locale: "en-GB",
      });
      await signIn(context, stack);
      if (!isSeeded) await seedConnections(context, stack);
      isSeeded = true;
      for (const view of [...demoViews, ...hostedViews]) {
        const page = await context.newPage();
        await view.open(page, stack, scheme);
        await page.waitForLoadState("networkidle");
        const name = `${view.name}-${scheme}-${width}`;
        await page.screenshot({ path: join(folder, `${name}.png`) });
        if (shown[name]) await page.screenshot({ path: join(here, shown[name]) });
        await page.close();
      }
      await context.close();
    }
  }
} finally {
  await browser.close();
  await stack.close();
}
console.log(`The pictures are in ${folder}.`);
