import axe from "axe-core";
import { closeDialog, openDialog } from "./visit.mjs";

const everyRule = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Makes the product's page dark, as its own switch would. */
const makeDark = () => {
  const { documentElement: root } = document;
  root.style.colorScheme = "dark";
  // axe takes a page without a background for white.
  root.style.background = "#111";
  root.classList.add("dark");
  root.dataset.bsTheme = "dark";
};

/** Runs in the page: what axe objects to in the kit's elements, one line for each. */
const findViolations = async (runOnly) => {
  // What is still fading in has no contrast yet.
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().iterations === 1) animation.finish();
  }
  const context = { include: [[".ak"]], exclude: [["iframe"]] };
  const { violations } = await window.axe.run(context, { runOnly, resultTypes: ["violations"] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
};

/**
 * Runs axe over the kit's elements in the product's page, light and dark: the page as it is, with the
 * menu of an account, and with the dialog. The product must have an account of Gmail and a button that
 * connects Slack. Rejects with everything that axe finds.
 */
export async function checkAccessibility(page) {
  const found = [];
  // By the browser's debugger, which no policy of the product's stops.
  await page.evaluate(axe.source);
  async function look(what) {
    const violations = await page.evaluate(findViolations, everyRule);
    found.push(...violations.map((violation) => `${what}: ${violation}`));
  }
  for (const scheme of ["light", "dark"]) {
    if (scheme === "dark") await page.evaluate(makeDark);
    await look(`the page, ${scheme}`);
    await page.getByRole("button", { name: "Options for Gmail" }).click();
    await page.getByRole("menu").waitFor();
    await look(`the menu of an account, ${scheme}`);
    await page.keyboard.press("Escape");
    await page.getByRole("menu").waitFor({ state: "detached" });
    await openDialog(page, page, "Slack");
    await look(`the dialog, ${scheme}`);
    await closeDialog(page);
  }
  if (found.length > 0) throw new Error(found.join("\n"));
}
