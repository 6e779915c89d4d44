import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./demo-test.ts";
import { furnish, type Scheme, signIn, views } from "./views.ts";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const widths = [1280, 360];

/** What axe finds in the page, its frames included. */
async function violationsIn(page: Page) {
  const hasFrames = page.frames().length > 1;
  const { violations } = await new AxeBuilder({ page })
    .withTags(tags)
    // Details of what passed are most of the work, and nobody reads them.
    .options({ resultTypes: ["violations"] })
    // The mode without a page to gather the results in: half the time, but blind to frames.
    .setLegacyMode(!hasFrames)
    .analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

for (const scheme of ["light", "dark"] satisfies Scheme[]) {
  test(`axe finds nothing in any view, ${scheme}, wide and narrow`, async ({
    context,
    page,
    demo,
  }) => {
    await signIn(context, demo.stack);
    await furnish(context, demo.stack);
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    for (const view of views) {
      await view.open(page, demo.stack, scheme);
      for (const width of widths) {
        await test.step(`${view.name}, ${width} px`, async () => {
          await page.setViewportSize({ width, height: 900 });
          expect.soft(await violationsIn(page)).toEqual([]);
        });
      }
    }
  });
}
