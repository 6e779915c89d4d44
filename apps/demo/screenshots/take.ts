import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright";
import { chromiumArgs, requireChromium } from "../../../.ci/chromium.mjs";
import { startDemoStack } from "../demo-stack.ts";
import { resetDemo } from "../e2e/reset-demo.ts";
import {
  demoViews,
  hostedViews,
  kitViews,
  type Scheme,
  seedConnections,
  signIn,
  twelveAccounts,
  type View,
} from "../e2e/views.ts";
import { takeKeyboardWalks } from "./keyboard.ts";
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

const newContext = (width: number, scheme: Scheme) =>
  browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: scheme,
    reducedMotion: "reduce",
    locale: "en-GB",
  });

/** Takes each view at these widths, in both schemes, of somebody with these accounts. */
async function takeViews(
  views: readonly View[],
  widths: readonly number[],
  accounts?: typeof twelveAccounts,
): Promise<void> {
  for (const width of widths) {
    for (const scheme of ["light", "dark"] satisfies Scheme[]) {
      const context = await newContext(width, scheme);
      // A view may have connected another account.
      await resetDemo(stack);
      await signIn(context, stack);
      await seedConnections(context, stack, accounts);
      for (const view of views) {
        const page = await context.newPage();
        // Tall enough for the whole part: logos load as they come into the window.
        if (view.part) await page.setViewportSize({ width, height: 4_000 });
        await view.open(page, stack, scheme);
        // A request that a view holds back keeps the network busy.
        if (!view.isHeld) await page.waitForLoadState("networkidle");
        const name = `${view.name}-${scheme}-${width}`;
        const part = view.part?.(page) ?? page;
        await part.screenshot({ path: join(folder, `${name}.png`) });
        if (shown[name]) await part.screenshot({ path: join(here, shown[name]) });
        await page.close();
      }
      await context.close();
    }
  }
}

try {
  await takeStates(browser);
  await takeViews([...demoViews, ...hostedViews], [360, 1280]);
  await takeViews(kitViews, [390, 1280], twelveAccounts);
  await takeKeyboardWalks(browser, stack, join(folder, "keyboard"));
} finally {
  await browser.close();
  await stack.close();
}
console.log(`The pictures are in ${folder}.`);
