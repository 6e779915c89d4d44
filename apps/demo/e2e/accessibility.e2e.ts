import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./demo-test.ts";
import { furnish, type Scheme, signIn, views } from "./views.ts";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

for (const width of [360, 1280]) {
  for (const scheme of ["light", "dark"] satisfies Scheme[]) {
    test(`axe finds nothing in any view, ${scheme}, ${width} px`, async ({
      context,
      page,
      demo,
    }) => {
      await signIn(context, demo.stack);
      await furnish(context, demo.stack);
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      for (const view of views) {
        await test.step(view.name, async () => {
          await view.open(page, demo.stack, scheme);
          const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
          expect
            .soft(violations.map(({ id, nodes }) => [id, nodes.map((n) => n.html)]))
            .toEqual([]);
        });
      }
    });
  }
}
