import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, test } from "./demo-test.ts";
import { openDemo, seedConnections, signIn } from "./views.ts";

const everyRule = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What can change with the colour scheme and the width. */
const rulesOfLook = ["color-contrast", "link-in-text-block", "target-size"];

/** Resolves to what axe finds in the page, its frames included. */
async function violationsIn(page: Page, type: "tag" | "rule", values: string[]) {
  const { violations } = await new AxeBuilder({ page })
    // Rules that pass are not described: that would be most of the work.
    .options({ runOnly: { type, values }, resultTypes: ["violations"] })
    .analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

test("axe finds nothing in the demo, its setup dialog and its assistant, light and wide or dark and narrow", async ({
  context,
  page,
  demo,
}) => {
  await signIn(context, demo.stack);
  await seedConnections(context, demo.stack);
  await openDemo(page, demo.stack);
  expect(await violationsIn(page, "tag", everyRule)).toEqual([]);

  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 360, height: 900 });
  expect(await violationsIn(page, "rule", rulesOfLook)).toEqual([]);
  await page.getByRole("button", { name: "Set up Halyard" }).click();
  await expect(page.getByRole("dialog", { name: "Set up Halyard" })).toBeVisible();
  expect(await violationsIn(page, "tag", everyRule)).toEqual([]);

  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Assistant" }).click();
  await page.getByRole("button", { name: "Post in Slack" }).click();
  await page.getByRole("button", { name: "Read my last message" }).click();
  await expect(page.getByRole("log")).toContainText("Posted in #general.");
  await expect(page.getByRole("button", { name: "Use this account" })).toBeVisible();
  expect(await violationsIn(page, "tag", everyRule)).toEqual([]);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await violationsIn(page, "rule", rulesOfLook)).toEqual([]);
});
